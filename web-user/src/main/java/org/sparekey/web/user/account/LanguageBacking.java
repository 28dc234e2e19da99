package org.sparekey.web.user.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.sparekey.application.account.ChangeLanguage;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.kit.Language;
import org.sparekey.web.user.visit.Visit;

/** The language of mails and pages, on the page /account. */
@Named
@RequestScoped
public class LanguageBacking {

  private static final Duration A_YEAR = Duration.ofDays(365);

  @Inject ChangeLanguage change;
  @Inject Visit visit;

  public void change(String tag) {
    Language.tagged(tag).ifPresent(this::change);
  }

  private void change(Language language) {
    if (change.change(visit.session(), language.locale(), visit.origin()).done()) {
      visit.keep(CookieName.LANGUAGE, Secret.ofText(language.tag()), A_YEAR);
    }
    visit.go("/account?done=language-changed");
  }

  /** The language in which mails are written now. */
  public String getPresent() {
    return visit.session().language().toLanguageTag();
  }
}

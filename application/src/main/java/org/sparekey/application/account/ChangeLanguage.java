package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.shared.Origin;

/** The language of the owner's pages and mails. */
@UseCase
public class ChangeLanguage {

  private static final Set<String> LANGUAGES = Set.of("en", "de", "es", "fr");

  private final OwnAccount own;
  private final SessionViews views;
  private final AccountRepository accounts;

  @Inject
  public ChangeLanguage(OwnAccount own, SessionViews views, AccountRepository accounts) {
    this.own = own;
    this.views = views;
    this.accounts = accounts;
  }

  /** English, German, Spanish or French. */
  public AccountChange change(SessionView view, Locale language, Origin origin) {
    if (!view.signedIn()) {
      return own.refused(AuditCode.LANGUAGE_CHANGED, view, AccountRefusal.WRONG_STEP, origin);
    }
    if (!LANGUAGES.contains(language.getLanguage())) {
      return own.refused(AuditCode.LANGUAGE_CHANGED, view, AccountRefusal.UNKNOWN_LANGUAGE, origin);
    }
    Locale plain = Locale.forLanguageTag(language.getLanguage());
    accounts.save(views.account(view).withLanguage(plain));
    return own.done(AuditCode.LANGUAGE_CHANGED, view, origin, plain.getLanguage());
  }
}

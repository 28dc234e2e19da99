package org.sparekey.web.user.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sparekey.application.account.AccountChange;
import org.sparekey.application.account.AccountRefusal;
import org.sparekey.application.account.ChangeOwnPassword;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.visit.Visit;

/** The page /account/password. */
@Named
@RequestScoped
public class ChangePasswordBacking {

  @Inject ChangeOwnPassword change;
  @Inject Visit visit;

  private String old = "";
  private String replacement = "";

  /** Password and code first, rather than after all the typing. */
  public void arrive() {
    if (!visit.session().recentlyConfirmed()) {
      visit.confirmFirst();
    }
  }

  public void change() {
    AccountChange made =
        change.change(
            visit.session(), Secret.ofText(old), Secret.ofText(replacement), visit.origin());
    if (made.done()) {
      visit.go("/account?done=password-changed");
    } else {
      AccountRefusal reason = made.refusal().orElseThrow();
      visit.refuse(
          reason == AccountRefusal.WRONG_PASSWORD ? "old" : "new", reason.code(), made.retryAt());
    }
  }

  public String getOld() {
    return old;
  }

  public void setOld(String old) {
    this.old = old;
  }

  public String getReplacement() {
    return replacement;
  }

  public void setReplacement(String replacement) {
    this.replacement = replacement;
  }
}

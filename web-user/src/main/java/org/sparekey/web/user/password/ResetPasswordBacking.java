package org.sparekey.web.user.password;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.account.AccountChange;
import org.sparekey.application.account.AccountRefusal;
import org.sparekey.application.account.ResetPassword;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The page /password/reset: both codes and the new password; it signs nobody in. */
@Named
@RequestScoped
public class ResetPasswordBacking {

  @Inject ResetPassword reset;
  @Inject Visit visit;

  private String mailed = "";
  private String code = "";
  private String password = "";

  /** Only the browser that asked can go on. */
  public void arrive() {
    if (visit.secret(CookieName.RESET).isEmpty()) {
      visit.go("/password/forgot");
    }
  }

  public void reset() {
    Optional<Secret> flow = visit.secret(CookieName.RESET);
    if (flow.isEmpty()) {
      visit.go("/password/forgot");
      return;
    }
    AccountChange change =
        reset.reset(flow.get(), mailed, code, Secret.ofText(password), visit.origin());
    if (change.done()) {
      visit.drop(CookieName.RESET);
      visit.drop(CookieName.SESSION);
      visit.go("/sign-in?done=password-reset");
    } else {
      AccountRefusal reason = change.refusal().orElseThrow();
      visit.refuse(fieldOf(reason), reason.code(), change.retryAt());
    }
  }

  private static @Nullable String fieldOf(AccountRefusal reason) {
    return switch (reason) {
      case PASSWORD_TOO_SHORT,
          PASSWORD_TOO_LONG,
          PASSWORD_COMMON,
          PASSWORD_PERSONAL,
          SAME_PASSWORD ->
          "password";
      case WRONG_CODE, WRONG_CODES, MALFORMED_CODE -> "mailed";
      default -> null;
    };
  }

  public String getMailed() {
    return mailed;
  }

  public void setMailed(String mailed) {
    this.mailed = mailed;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}

package org.sparekey.web.user.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.ConfirmItIsMe;
import org.sparekey.application.signin.ConfirmationOutcome;
import org.sparekey.application.signin.FactorAnswer;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The page /sign-in/confirm: password and code once more before something important. */
@Named
@RequestScoped
public class ConfirmBacking implements TakesAnswers {

  @Inject ConfirmItIsMe confirm;
  @Inject FactorChoiceBacking choice;
  @Inject Visit visit;

  private String password = "";
  private String code = "";

  /** Confirms by the password and the code that was typed. */
  public void answer() {
    answer(new FactorAnswer.TypedCode(code));
  }

  /** Confirms by the password and an answer of the chosen factor, whatever its kind. */
  @Override
  public void answer(FactorAnswer given) {
    Optional<FactorId> factor = FactorId.parse(choice.getFactor());
    if (factor.isEmpty()) {
      visit.refuse("unknown-factor");
      return;
    }
    ConfirmationOutcome outcome =
        confirm.confirm(
            visit.session(), Secret.ofText(password), factor.get(), given, visit.origin());
    if (outcome instanceof ConfirmationOutcome.Confirmed confirmed) {
      visit.keep(CookieName.SESSION, confirmed.newSessionToken());
      visit.goBack();
    } else if (outcome instanceof ConfirmationOutcome.Refused refused) {
      boolean ofThePassword = refused.reason() == ChallengeRefusal.WRONG_PASSWORD;
      boolean typed = given instanceof FactorAnswer.TypedCode;
      visit.refuse(
          ofThePassword ? "password" : typed ? "code" : null,
          refused.reason().code(),
          refused.retryAt());
    }
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}

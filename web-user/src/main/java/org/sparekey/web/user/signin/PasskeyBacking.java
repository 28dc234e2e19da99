package org.sparekey.web.user.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.sparekey.application.signin.AskResult;
import org.sparekey.application.signin.ChallengeOutcome;
import org.sparekey.application.signin.FactorAnswer;
import org.sparekey.application.signin.OfferPasskey;
import org.sparekey.application.signin.PasskeyMethod;
import org.sparekey.application.signin.SignInWithPasskey;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.kit.FormGuard;
import org.sparekey.web.user.visit.Visit;

/** A passkey alone on /sign-in; a passkey or a security key where factors are asked. */
@Named
@RequestScoped
public class PasskeyBacking {

  @Inject OfferPasskey offer;
  @Inject SignInWithPasskey signIn;
  @Inject FactorChoiceBacking choice;
  @Inject ChallengeBacking challenge;
  @Inject Visit visit;

  private String assertion = "";

  /** Options for the chosen factor; asking it writes nothing, so a GET may. "" when it is gone. */
  public String getOptions() {
    Optional<AskResult> result =
        FactorId.parse(choice.getFactor()).map(factor -> choice.flow().ask(factor));
    return result
        .map(
            known ->
                known.<String>fold(
                    asked -> asked.prompt().getOrDefault(PasskeyMethod.OPTIONS, ""), refused -> ""))
        .orElse("");
  }

  /** Answers on the page that asked. */
  public void answer(TakesAnswers page) {
    page.answer(new FactorAnswer.Assertion(assertion));
  }

  /** Options for whatever passkey the browser finds. */
  public String getOffer() {
    return offer.offer(browser());
  }

  /** Signs in by a passkey alone. */
  public void signIn() {
    ChallengeOutcome outcome =
        signIn.signIn(assertion, browser(), visit.origin(), visit.secret(CookieName.BROWSER));
    if (outcome instanceof ChallengeOutcome.SignedIn in) {
      challenge.enter(in);
    } else if (outcome instanceof ChallengeOutcome.Refused refused) {
      visit.refuse(refused.reason().code());
    }
  }

  /** The nonce that forms are bound to, too. */
  private static String browser() {
    return FormGuard.nonceOf(
        (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest());
  }

  /** What the browser gave is told to the server, and never back. */
  public String getAssertion() {
    return "";
  }

  public void setAssertion(String assertion) {
    this.assertion = assertion;
  }
}

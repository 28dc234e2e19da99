package org.sparekey.web.user.signin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Optional;
import org.sparekey.application.signin.AnswerChallenge;
import org.sparekey.application.signin.ChallengeOutcome;
import org.sparekey.application.signin.FactorAnswer;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The page /sign-in/challenge. */
@Named
@RequestScoped
public class ChallengeBacking implements TakesAnswers {

  /** How long a browser is known without being used. */
  public static final Duration BROWSER_KNOWN = Duration.ofDays(365);

  @Inject FactorChoiceBacking choice;
  @Inject AnswerChallenge answer;
  @Inject Visit visit;

  private String code = "";
  private boolean remember;

  /** The wish to be remembered goes along when a factor is asked first and answered later. */
  @PostConstruct
  void keepWish() {
    remember = !visit.param("remember").isEmpty();
  }

  /** Whoever is signed in already needs no answer: double click, back button, second tab. */
  public void arrive() {
    if (visit.session().signedIn()) {
      visit.goBack();
    }
  }

  /** Answers by the code that was typed. */
  public void answer() {
    answer(new FactorAnswer.TypedCode(code));
  }

  /** Answers for the chosen factor, whatever its kind. */
  @Override
  public void answer(FactorAnswer given) {
    if (visit.session().signedIn()) {
      visit.goBack();
      return;
    }
    Optional<FactorId> factor = FactorId.parse(choice.getFactor());
    if (factor.isEmpty()) {
      visit.refuse("unknown-factor");
      return;
    }
    ChallengeOutcome outcome =
        answer.answer(
            visit.session(),
            factor.get(),
            given,
            visit.origin(),
            visit.secret(CookieName.BROWSER),
            remember);
    if (outcome instanceof ChallengeOutcome.SignedIn in) {
      enter(in);
    } else if (outcome instanceof ChallengeOutcome.Refused refused) {
      boolean typed = given instanceof FactorAnswer.TypedCode;
      visit.refuse(typed ? "code" : null, refused.reason().code(), refused.retryAt());
    }
  }

  /** The browser holds the session from now on, and goes where it wanted to. */
  void enter(ChallengeOutcome.SignedIn in) {
    visit.keep(CookieName.SESSION, in.sessionToken());
    in.newBrowserToken().ifPresent(t -> visit.keep(CookieName.BROWSER, t, BROWSER_KNOWN));
    visit.goBack();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public boolean isRemember() {
    return remember;
  }

  public void setRemember(boolean remember) {
    this.remember = remember;
  }
}

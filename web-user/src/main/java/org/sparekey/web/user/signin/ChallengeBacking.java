package org.sparekey.web.user.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.signin.AnswerTotpChallenge;
import org.sparekey.application.signin.ChallengeOutcome;
import org.sparekey.application.signin.DescribeChallenge;
import org.sparekey.application.signin.FactorView;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The page /sign-in/challenge. */
@Named
@RequestScoped
public class ChallengeBacking {

  /** How long a browser is known without being used. */
  public static final Duration BROWSER_KNOWN = Duration.ofDays(365);

  @Inject DescribeChallenge challenge;
  @Inject AnswerTotpChallenge answer;
  @Inject Visit visit;

  private String code = "";
  private @Nullable List<FactorView> factors;

  /** A session that is full already needs no answer: double click, back button, second tab. */
  public void arrive() {
    if (visit.session().full()) {
      visit.goBack();
    }
  }

  public void answer() {
    if (visit.session().full()) {
      visit.goBack();
      return;
    }
    Optional<FactorId> factor = FactorId.parse(getFactor());
    if (factor.isEmpty()) {
      visit.refuse("unknown-factor");
      return;
    }
    ChallengeOutcome outcome =
        answer.answer(
            visit.session(), factor.get(), code, visit.origin(), visit.secret(CookieName.BROWSER));
    if (outcome instanceof ChallengeOutcome.SignedIn in) {
      visit.keep(CookieName.SESSION, in.sessionToken());
      in.newBrowserToken().ifPresent(t -> visit.keep(CookieName.BROWSER, t, BROWSER_KNOWN));
      visit.goBack();
    } else if (outcome instanceof ChallengeOutcome.Refused refused) {
      visit.refuse("code", refused.reason().code(), refused.retryAt());
    }
  }

  /** The factors to choose from, the most phishing-resistant first. */
  public List<FactorView> getFactors() {
    if (factors == null) {
      factors = challenge.describe(visit.session()).factors();
    }
    return factors;
  }

  /** Id of the chosen factor, at first the first one. */
  public String getFactor() {
    String chosen = visit.param("factor");
    return chosen.isEmpty() && !getFactors().isEmpty()
        ? getFactors().get(0).id().toString()
        : chosen;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}

package org.sparekey.web.user.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.signin.AskFactor;
import org.sparekey.application.signin.AskResult;
import org.sparekey.application.signin.ChallengeView;
import org.sparekey.application.signin.DescribeChallenge;
import org.sparekey.application.signin.DescribeQuestion;
import org.sparekey.application.signin.FactorView;
import org.sparekey.application.signin.QuestionView;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The factors of the session's account, on /sign-in/challenge and /sign-in/confirm. */
@Named
@RequestScoped
public class SessionFlow implements FactorFlow {

  @Inject DescribeChallenge challenge;
  @Inject AskFactor ask;
  @Inject DescribeQuestion describe;
  @Inject Visit visit;

  private @Nullable ChallengeView view;

  @Override
  public boolean asksOn(String view) {
    return view.startsWith("/sign-in/");
  }

  /** The most phishing-resistant first. */
  @Override
  public List<FactorView> factors() {
    return shown().factors();
  }

  @Override
  public Set<String> missing() {
    return shown().missing();
  }

  /** For how many days this browser can be remembered; 0 when it cannot. */
  public long getRememberDays() {
    return shown().rememberDays();
  }

  @Override
  public AskResult ask(FactorId factor) {
    return ask.ask(visit.session(), factor, visit.origin(), visit.secret(CookieName.BROWSER));
  }

  @Override
  public Optional<QuestionView> question(FactorId factor) {
    return describe.describe(visit.session(), factor, visit.origin());
  }

  @Override
  public String questionAddress() {
    return "/api/v1/session/question";
  }

  private ChallengeView shown() {
    if (view == null) {
      view = challenge.describe(visit.session());
    }
    return view;
  }
}

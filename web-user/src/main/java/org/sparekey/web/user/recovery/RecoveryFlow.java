package org.sparekey.web.user.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.recovery.AskSurvivingFactor;
import org.sparekey.application.recovery.DescribeSurvivorQuestion;
import org.sparekey.application.recovery.RecoveryView;
import org.sparekey.application.signin.AskResult;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.FactorView;
import org.sparekey.application.signin.QuestionView;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.signin.FactorFlow;
import org.sparekey.web.user.visit.Visit;

/** The factors that are left to the recovery of this browser, on /recover/factor. */
@RequestScoped
public class RecoveryFlow implements FactorFlow {

  @Inject RecoveryBacking recovery;
  @Inject AskSurvivingFactor ask;
  @Inject DescribeSurvivorQuestion describe;
  @Inject Visit visit;

  @Override
  public boolean asksOn(String view) {
    return view.startsWith("/recover/");
  }

  @Override
  public List<FactorView> factors() {
    return recovery.found().map(RecoveryView::survivors).orElse(List.of());
  }

  @Override
  public AskResult ask(FactorId factor) {
    return visit
        .secret(CookieName.RECOVERY)
        .map(token -> ask.ask(token, factor, visit.origin()))
        .orElseGet(() -> new AskResult.Refused(ChallengeRefusal.WRONG_STEP, Optional.empty()));
  }

  @Override
  public Optional<QuestionView> question(FactorId factor) {
    return visit
        .secret(CookieName.RECOVERY)
        .flatMap(token -> describe.describe(token, factor, visit.origin()));
  }

  @Override
  public String questionAddress() {
    return "/api/v1/recoveries/current/question";
  }
}

package org.sparekey.application.drill;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.FactorAnswer;
import org.sparekey.application.signin.FactorMethods;
import org.sparekey.application.signin.FactorQuestion;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.application.signin.ProofResult;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/**
 * Takes a code of an authenticator app that would be left. Its time step is used up like at any
 * sign-in, so that a code that was shown in a drill opens nothing (attacks row 10).
 */
@UseCase
public class RehearseApp {

  private static final EvidenceKind KIND = EvidenceKind.TOTP;

  private final OwnDrill own;
  private final DrillAttempts attempts;
  private final DrillFactors factors;
  private final FactorMethods methods;
  private final ProofBudget budget;
  private final SessionViews views;
  private final AuditLog audit;

  @Inject
  RehearseApp(
      OwnDrill own,
      DrillAttempts attempts,
      DrillFactors factors,
      FactorMethods methods,
      ProofBudget budget,
      SessionViews views,
      AuditLog audit) {
    this.own = own;
    this.attempts = attempts;
    this.factors = factors;
    this.methods = methods;
    this.budget = budget;
    this.views = views;
    this.audit = audit;
  }

  /** Refused when the code is not right, and when the app would be lost. */
  public DrillOutcome rehearse(SessionView view, FactorId id, String code, Origin origin) {
    Optional<DrillOutcome> closed = own.closed(view, AuditCode.DRILL_PROOF, KIND, origin);
    if (closed.isPresent()) {
      return closed.get();
    }
    Drill.Open drill = own.current(view).orElseThrow();
    Optional<Factor.Active> app =
        factors.left(drill).stream().filter(factor -> factor.id().equals(id)).findFirst();
    if (app.isEmpty()) {
      return own.refused(view, AuditCode.DRILL_PROOF, KIND, DrillRefusal.FACTOR_UNKNOWN, origin);
    }
    String lane = attempts.lane(view);
    if (budget.exhausted(origin, lane)) {
      return own.refused(view, AuditCode.DRILL_PROOF, KIND, DrillRefusal.SOURCE_EXHAUSTED, origin);
    }
    ProofResult result =
        methods.check(
            new FactorQuestion(
                views.account(view),
                app.get(),
                ChallengePurpose.DRILL,
                DrillCodes.flow(drill),
                lane,
                origin),
            new FactorAnswer.TypedCode(code));
    AuditDraft entry = by(app.get(), own.entry(AuditCode.DRILL_PROOF, view, origin));
    return result
        .refusal()
        .map(reason -> wrong(view, app.get(), reason, result, origin))
        .orElseGet(() -> own.taken(view, KIND, entry.with(KIND.code())));
  }

  private DrillOutcome wrong(
      SessionView view,
      Factor.Active app,
      ChallengeRefusal reason,
      ProofResult result,
      Origin origin) {
    if (reason.isReplay()) {
      audit.record(
          by(app, own.entry(AuditCode.FACTOR_REPLAYED, view, origin)).refused(reason.code()));
    }
    return reason.isAboutTheCode()
        ? attempts.failed(view, KIND, DrillRefusal.of(reason), result.retryAt(), origin)
        : own.refused(
            view, AuditCode.DRILL_PROOF, KIND, DrillRefusal.of(reason), result.retryAt(), origin);
  }

  private static AuditDraft by(Factor.Active app, AuditDraft entry) {
    return entry.factor(app.details().kind().code(), app.id());
  }
}

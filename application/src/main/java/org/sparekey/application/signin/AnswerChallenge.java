package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** The second half of a sign-in, by a factor of any kind. */
@UseCase
public class AnswerChallenge {

  private final SessionViews views;
  private final FactorMethods methods;
  private final ProofBudget budget;
  private final Lanes lanes;
  private final FinishSignIn finish;
  private final AuditLog audit;

  @Inject
  public AnswerChallenge(
      SessionViews views,
      FactorMethods methods,
      ProofBudget budget,
      Lanes lanes,
      FinishSignIn finish,
      AuditLog audit) {
    this.views = views;
    this.methods = methods;
    this.budget = budget;
    this.lanes = lanes;
    this.finish = finish;
    this.audit = audit;
  }

  /**
   * Checks the answer; the session rises to full and gets another token (ASVS 7.2.4).
   *
   * @param remember whether the browser is to stand in for the factor next time, where the policy
   *     allows
   */
  public ChallengeOutcome answer(
      SessionView view,
      FactorId id,
      FactorAnswer answer,
      Origin origin,
      Optional<Secret> browserToken,
      boolean remember) {
    Account account = views.account(view);
    Optional<Session> session =
        views.current(view).filter(found -> found.level() == Session.Level.PASSWORD);
    if (session.isEmpty()) {
      return refused(account, ProofResult.refused(ChallengeRefusal.WRONG_STEP), origin);
    }
    Optional<Factor.Active> factor = methods.active(account.id(), id);
    if (factor.isEmpty()) {
      return refused(account, ProofResult.refused(ChallengeRefusal.UNKNOWN_FACTOR), origin);
    }
    String lane = lanes.of(Optional.of(account), browserToken);
    if (budget.exhausted(origin, lane)) {
      return refused(account, ProofResult.refused(ChallengeRefusal.SOURCE_EXHAUSTED), origin);
    }
    FactorQuestion question =
        new FactorQuestion(
            account,
            factor.get(),
            ChallengePurpose.SIGN_IN,
            FactorQuestion.flow(view),
            lane,
            origin);
    ProofResult result = methods.check(question, answer);
    return result.right()
        ? finish.finish(account, session.get(), factor.get(), origin, browserToken, remember)
        : wrong(question, result);
  }

  private ChallengeOutcome wrong(FactorQuestion question, ProofResult result) {
    ChallengeRefusal reason = result.refusal().orElseThrow();
    if (reason == ChallengeRefusal.WAITING) {
      return new ChallengeOutcome.Refused(reason, result.retryAt());
    }
    if (!reason.isAboutTheCode()) {
      return refused(question.account(), result, question.origin());
    }
    budget.failed(question.origin());
    Factor factor = question.factor();
    audit.record(
        draft(question.account(), reason, question.origin())
            .factor(factor.details().kind().code(), factor.id()));
    return new ChallengeOutcome.Refused(reason, result.retryAt());
  }

  private ChallengeOutcome refused(Account account, ProofResult result, Origin origin) {
    ChallengeRefusal reason = result.refusal().orElseThrow();
    audit.record(draft(account, reason, origin));
    return new ChallengeOutcome.Refused(reason, result.retryAt());
  }

  private static AuditDraft draft(Account account, ChallengeRefusal reason, Origin origin) {
    AuditCode code = reason.isReplay() ? AuditCode.FACTOR_REPLAYED : AuditCode.FACTOR_CHECKED;
    return AuditDraft.of(code, Actor.owner(account.id()), origin)
        .about(account.id(), account.organisation())
        .refused(reason.code());
  }
}

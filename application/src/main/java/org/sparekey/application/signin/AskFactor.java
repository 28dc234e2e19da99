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

/** Puts a question to one of the own factors: at the sign-in, or to confirm who is there. */
@UseCase
public class AskFactor {

  private final SessionViews views;
  private final FactorMethods methods;
  private final ProofBudget budget;
  private final Lanes lanes;
  private final AuditLog audit;

  @Inject
  public AskFactor(
      SessionViews views, FactorMethods methods, ProofBudget budget, Lanes lanes, AuditLog audit) {
    this.views = views;
    this.methods = methods;
    this.budget = budget;
    this.lanes = lanes;
    this.audit = audit;
  }

  /**
   * Asks for the step that the session stands at: its sign-in, or a confirmation when it is full.
   */
  public AskResult ask(
      SessionView view, FactorId id, Origin origin, Optional<Secret> browserToken) {
    Account account = views.account(view);
    Optional<Session> session =
        views.current(view).filter(found -> found.level() != Session.Level.ENROLMENT);
    Optional<Factor.Active> factor = methods.active(account.id(), id);
    if (session.isEmpty() || factor.isEmpty() || budget.exhausted(origin)) {
      ChallengeRefusal reason =
          session.isEmpty()
              ? ChallengeRefusal.WRONG_STEP
              : factor.isEmpty()
                  ? ChallengeRefusal.UNKNOWN_FACTOR
                  : ChallengeRefusal.SOURCE_EXHAUSTED;
      audit.record(draft(account, origin).refused(reason.code()));
      return new AskResult.Refused(reason, Optional.empty());
    }
    AskResult result =
        methods.ask(
            new FactorQuestion(
                account,
                factor.get(),
                view.signedIn() ? ChallengePurpose.CONFIRM : ChallengePurpose.SIGN_IN,
                FactorQuestion.flow(view),
                view.signedIn()
                    ? lanes.of(session.get())
                    : lanes.of(Optional.of(account), browserToken),
                origin));
    record(account, factor.get(), result, origin);
    return result;
  }

  private void record(Account account, Factor factor, AskResult result, Origin origin) {
    AuditDraft draft = draft(account, origin).factor(factor.details().kind().code(), factor.id());
    result
        .<Optional<AuditDraft>>fold(
            asked -> asked.challenge().map(challenge -> draft),
            refused -> Optional.of(draft.refused(refused.reason().code())))
        .ifPresent(audit::record);
  }

  private static AuditDraft draft(Account account, Origin origin) {
    return AuditDraft.of(AuditCode.FACTOR_ASKED, Actor.owner(account.id()), origin)
        .about(account.id(), account.organisation());
  }
}

package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.AskResult;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.FactorMethods;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Puts a question to a factor that is left, after the first proof: who has proved nothing makes no
 * phone ring (attacks rows 8 and 27).
 */
@UseCase
public class AskSurvivingFactor {

  private final RecoveryByToken byToken;
  private final SurvivingFactors survivors;
  private final SurvivorQuestions questions;
  private final FactorMethods methods;
  private final ProofBudget budget;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  AskSurvivingFactor(
      RecoveryByToken byToken,
      SurvivingFactors survivors,
      SurvivorQuestions questions,
      FactorMethods methods,
      ProofBudget budget,
      RecoveryRecord record,
      InstantSource clock) {
    this.byToken = byToken;
    this.survivors = survivors;
    this.questions = questions;
    this.methods = methods;
    this.budget = budget;
    this.record = record;
    this.clock = clock;
  }

  /** Refused when the factor would not be heard now, or was asked too often. */
  public AskResult ask(Secret recoveryToken, FactorId id, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Optional<Recovery> found = byToken.find(recoveryToken);
    if (found.isEmpty()) {
      record.refuseUnknown(AuditCode.FACTOR_ASKED, Actor.anonymous(), origin);
      return refusal(ChallengeRefusal.WRONG_STEP);
    }
    Recovery recovery = found.get();
    Optional<Factor.Active> factor =
        OpenStep.ended(recovery, now) ? Optional.empty() : survivors.find(recovery, id, now);
    AskResult result =
        factor.isEmpty()
            ? refusal(
                recovery.evidence().isEmpty()
                    ? ChallengeRefusal.WRONG_STEP
                    : ChallengeRefusal.UNKNOWN_FACTOR)
            : budget.exhausted(origin, AttemptGate.lane(recovery))
                ? refusal(ChallengeRefusal.SOURCE_EXHAUSTED)
                : methods.ask(questions.to(recovery, factor.get(), origin));
    write(recovery, factor, result, origin);
    return result;
  }

  /** A kind that needs no question leaves no trace. */
  private void write(
      Recovery recovery, Optional<Factor.Active> factor, AskResult result, Origin origin) {
    AuditDraft fact = record.byBrowser(recovery, AuditCode.FACTOR_ASKED, origin);
    AuditDraft draft =
        factor.map(asked -> fact.factor(asked.details().kind().code(), asked.id())).orElse(fact);
    result
        .<Optional<AuditDraft>>fold(
            asked -> asked.challenge().map(challenge -> draft),
            refused -> Optional.of(draft.refused(refused.reason().code())))
        .ifPresent(record::write);
  }

  private static AskResult refusal(ChallengeRefusal reason) {
    return new AskResult.Refused(reason, Optional.empty());
  }
}

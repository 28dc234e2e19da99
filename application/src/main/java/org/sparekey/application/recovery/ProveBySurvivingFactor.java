package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.FactorAnswer;
import org.sparekey.application.signin.FactorMethods;
import org.sparekey.application.signin.ProofResult;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Takes the answer of a factor that is left as a proof: by another device, or another factor on the
 * same one. During a hold it shortens the rest where the policy says so.
 */
@UseCase
public class ProveBySurvivingFactor {

  private final RecoveryByToken byToken;
  private final OpenStep openStep;
  private final SurvivingFactors survivors;
  private final SurvivorQuestions questions;
  private final FactorMethods methods;
  private final AccountRepository accounts;
  private final AttemptGate gate;
  private final Proofs proofs;
  private final JudgeProofs judge;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  ProveBySurvivingFactor(
      RecoveryByToken byToken,
      OpenStep openStep,
      SurvivingFactors survivors,
      SurvivorQuestions questions,
      FactorMethods methods,
      AccountRepository accounts,
      AttemptGate gate,
      Proofs proofs,
      JudgeProofs judge,
      RecoveryRecord record,
      InstantSource clock) {
    this.byToken = byToken;
    this.openStep = openStep;
    this.survivors = survivors;
    this.questions = questions;
    this.methods = methods;
    this.accounts = accounts;
    this.gate = gate;
    this.proofs = proofs;
    this.judge = judge;
    this.record = record;
    this.clock = clock;
  }

  /** Refused when the answer is not right, and when the factor would not be heard now. */
  public RecoveryAnswer prove(
      Secret recoveryToken, FactorId id, FactorAnswer answer, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    return byToken
        .lockWithAccount(recoveryToken)
        .map(recovery -> prove(recovery, id, answer, origin, now))
        .orElseGet(
            () -> record.refuseUnknown(AuditCode.RECOVERY_EVIDENCE, Actor.anonymous(), origin));
  }

  private RecoveryAnswer prove(
      Recovery recovery, FactorId id, FactorAnswer answer, Origin origin, Instant now) {
    return openStep
        .withFirstProof(recovery, origin, now)
        .orElseGet(
            () ->
                survivors
                    .find(recovery, id, now)
                    .map(factor -> ask((Recovery.Hearing) recovery, factor, answer, origin, now))
                    .orElseGet(
                        () ->
                            record.refuse(
                                recovery,
                                AuditCode.RECOVERY_EVIDENCE,
                                origin,
                                RecoveryRefusal.SURVIVOR_UNKNOWN)));
  }

  private RecoveryAnswer ask(
      Recovery.Hearing open,
      Factor.Active factor,
      FactorAnswer answer,
      Origin origin,
      Instant now) {
    EvidenceKind kind = SurvivingFactors.kind(factor);
    Optional<RecoveryAnswer> unheard = gate.sourceExhausted(open, kind, origin);
    if (unheard.isPresent()) {
      return unheard.get();
    }
    ProofResult result = methods.check(questions.to(open, factor, origin), answer);
    return result
        .refusal()
        .map(reason -> wrong(open, factor, reason, result.retryAt(), origin, now))
        .orElseGet(() -> proved(open, factor, origin, now));
  }

  private RecoveryAnswer proved(
      Recovery.Hearing open, Factor.Active factor, Origin origin, Instant now) {
    Account owner = open.details().account().flatMap(accounts::find).orElseThrow();
    record.write(
        record
            .byBrowser(open, AuditCode.RECOVERY_EVIDENCE, origin)
            .factor(factor.details().kind().code(), factor.id())
            .with(SurvivingFactors.kind(factor).code()));
    Recovery.Hearing proving = open.prove(proofs.factor(factor, now));
    return new RecoveryAnswer.Done(judge.judge(proving, owner, origin, now).status());
  }

  private RecoveryAnswer wrong(
      Recovery.Hearing open,
      Factor.Active factor,
      ChallengeRefusal reason,
      Optional<Instant> retryAt,
      Origin origin,
      Instant now) {
    EvidenceKind kind = SurvivingFactors.kind(factor);
    if (reason == ChallengeRefusal.WAITING) {
      return new RecoveryAnswer.Refused(RecoveryRefusal.SURVIVOR_WAITING, retryAt);
    }
    if (!reason.isAboutTheCode()) {
      return gate.refuse(open, kind, origin, of(reason), retryAt);
    }
    if (reason.isReplay()) {
      record.write(
          record
              .byBrowser(open, AuditCode.FACTOR_REPLAYED, origin)
              .factor(factor.details().kind().code(), factor.id())
              .refused(reason.code()));
    }
    return gate.failed(open, kind, origin, of(reason), reason.code(), now);
  }

  private static RecoveryRefusal of(ChallengeRefusal reason) {
    return switch (reason) {
      case WRONG_CODE -> RecoveryRefusal.SURVIVOR_CODE_WRONG;
      case MALFORMED_CODE -> RecoveryRefusal.SURVIVOR_CODE_MALFORMED;
      case REPLAYED_CODE, REPLAYED_ASSERTION -> RecoveryRefusal.SURVIVOR_REPLAYED;
      case WRONG_ASSERTION, USER_NOT_CHECKED, COUNTER_WENT_BACK, WRONG_ORIGIN ->
          RecoveryRefusal.SURVIVOR_NOT_ACCEPTED;
      case UNKNOWN_FACTOR, WRONG_PASSWORD, WRONG_STEP -> RecoveryRefusal.SURVIVOR_UNKNOWN;
      case THROTTLED -> RecoveryRefusal.TOO_MANY_ATTEMPTS;
      case SOURCE_EXHAUSTED -> RecoveryRefusal.TOO_MANY_REQUESTS;
      case WAITING -> RecoveryRefusal.SURVIVOR_WAITING;
      case DENIED -> RecoveryRefusal.SURVIVOR_DENIED;
      case EXPIRED -> RecoveryRefusal.SURVIVOR_NOT_ASKED;
      case BUDGET_SPENT -> RecoveryRefusal.SURVIVOR_ASKED_TOO_OFTEN;
      case STOPPED -> RecoveryRefusal.SURVIVOR_STOPPED;
      case PROVIDER_DOWN -> RecoveryRefusal.SURVIVOR_OUT_OF_REACH;
    };
  }
}

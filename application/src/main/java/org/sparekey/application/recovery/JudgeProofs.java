package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.Circumstances;
import org.sparekey.domain.policy.PolicyDecision;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Origin;

/**
 * Puts the proofs of a recovery before its policy, and does what the policy says: more proofs,
 * approval by people, a hold, or ready. Then the owner is told at every address, and what was
 * reported lost goes out of use.
 */
@Step
class JudgeProofs {

  private final PolicyOfRecovery policies;
  private final RiskFacts risks;
  private final RecoveryRepository recoveries;
  private final LostFactors lostFactors;
  private final RecoveryNotices notices;
  private final RecoveryRecord record;

  @Inject
  JudgeProofs(
      PolicyOfRecovery policies,
      RiskFacts risks,
      RecoveryRepository recoveries,
      LostFactors lostFactors,
      RecoveryNotices notices,
      RecoveryRecord record) {
    this.policies = policies;
    this.risks = risks;
    this.recoveries = recoveries;
    this.lostFactors = lostFactors;
    this.notices = notices;
    this.record = record;
  }

  /** Stores and returns the state that follows from the proofs. */
  Recovery judge(Recovery.Proving proving, Account account, Origin origin, Instant now) {
    RiskAssessment risk = risks.assess(proving.details(), account, now);
    return policies
        .of(proving.details())
        .decide(
            proving.evidence(),
            new Circumstances(risk, 0, proving.details().failedProofs(), false, now))
        .fold(
            more -> {
              recoveries.save(proving);
              return proving;
            },
            satisfied -> satisfied(proving, satisfied, risk, account, origin, now),
            refused -> {
              recoveries.save(proving);
              return proving;
            });
  }

  private Recovery satisfied(
      Recovery.Proving proving,
      PolicyDecision.Satisfied decision,
      RiskAssessment risk,
      Account account,
      Origin origin,
      Instant now) {
    Recovery next = proving.satisfied(decision, risk, now);
    recoveries.save(next);
    record.write(record.byBrowser(next, codeOf(next), origin).with(words(risk)));
    lostFactors.suspend(next, account.id(), origin, now);
    if (next instanceof Recovery.Holding holding) {
      notices.tellWithVeto(
          account,
          next.id(),
          NoticeKind.RECOVERY_HOLDING,
          Map.of("until", holding.until().toString()),
          origin);
    } else {
      NoticeKind kind =
          next instanceof Recovery.Ready
              ? NoticeKind.RECOVERY_READY
              : NoticeKind.RECOVERY_APPROVING;
      notices.tellWithVeto(account, next.id(), kind, Map.of(), origin);
    }
    return next;
  }

  private static AuditCode codeOf(Recovery next) {
    return switch (next.status()) {
      case APPROVING -> AuditCode.RECOVERY_APPROVAL_NEEDED;
      case HOLDING -> AuditCode.RECOVERY_HOLD_BEGUN;
      case READY -> AuditCode.RECOVERY_READY;
      case REQUESTED, PROVING, COMPLETED, CANCELLED, VETOED, DENIED, EXPIRED ->
          throw new IllegalStateException("not satisfied: " + next.status());
    };
  }

  /** The level of risk and its reasons, as stable words. */
  static String words(RiskAssessment risk) {
    return Stream.concat(
            Stream.of(risk.level().code()), risk.reasons().stream().map(RiskReason::code).sorted())
        .collect(Collectors.joining(" "));
  }
}

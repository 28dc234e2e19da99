package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.Reservation;
import org.sparekey.application.port.ThrottleRepository;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyDecision;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.Origin;

/**
 * Lets an attempt at a proof through, or not. The counters belong to the account and the method,
 * not to a recovery and not to a code (attacks row 13), and they are not those of sign-in: nobody
 * is locked out of the account by failing here (row 15). Source and system have budgets (row 14).
 */
@Step
class AttemptGate {

  private final ThrottleRepository throttles;
  private final ProofBudget budget;
  private final RecoveryRepository recoveries;
  private final PolicyOfRecovery policies;
  private final EndRecovery endRecovery;
  private final RecoveryRecord record;

  @Inject
  AttemptGate(
      ThrottleRepository throttles,
      ProofBudget budget,
      RecoveryRepository recoveries,
      PolicyOfRecovery policies,
      EndRecovery endRecovery,
      RecoveryRecord record) {
    this.throttles = throttles;
    this.budget = budget;
    this.recoveries = recoveries;
    this.policies = policies;
    this.endRecovery = endRecovery;
    this.record = record;
  }

  /** Empty when the attempt may be made; it already counts as failed. */
  Optional<RecoveryAnswer> enter(
      Recovery recovery, ThrottledMethod method, EvidenceKind kind, Origin origin, Instant now) {
    Optional<RecoveryAnswer> exhausted = sourceExhausted(recovery, kind, origin);
    if (exhausted.isPresent()) {
      return exhausted;
    }
    Reservation reservation = throttles.reserve(key(recovery, method), now);
    return reservation.granted()
        ? Optional.empty()
        : Optional.of(
            refuse(
                recovery,
                kind,
                origin,
                RecoveryRefusal.TOO_MANY_ATTEMPTS,
                reservation.throttle().blockedUntil()));
  }

  /** Empty when the source, and everybody, may still be wrong. */
  Optional<RecoveryAnswer> sourceExhausted(Recovery recovery, EvidenceKind kind, Origin origin) {
    return budget.exhausted(origin, lane(recovery))
        ? Optional.of(
            refuse(recovery, kind, origin, RecoveryRefusal.TOO_MANY_REQUESTS, Optional.empty()))
        : Optional.empty();
  }

  /** The attempt was right. */
  void passed(Recovery recovery, ThrottledMethod method) {
    throttles.clear(key(recovery, method));
  }

  /**
   * The attempt was wrong. After too many the recovery ends, a decoy like any other: the policy
   * says how many (NIST SP 800-63B-4 §3.2.2).
   *
   * @param logged what the log says about it, which may be more than the answer says
   */
  RecoveryAnswer failed(
      Recovery.Hearing recovery,
      EvidenceKind kind,
      Origin origin,
      RecoveryRefusal reason,
      String logged,
      Instant now) {
    budget.failed(origin);
    Recovery.Hearing failed = recovery.failed();
    recoveries.save(failed);
    record.write(
        record
            .byBrowser(recovery, AuditCode.RECOVERY_EVIDENCE, origin)
            .refused(logged)
            .with(kind.code()));
    return endIfTooMany(failed, origin, now)
        ? RecoveryAnswer.refused(RecoveryRefusal.TOO_MANY_WRONG)
        : RecoveryAnswer.refused(reason);
  }

  /** Ends it after as many wrong proofs as the policy says; whether it did. */
  boolean endIfTooMany(Recovery.Hearing failed, Origin origin, Instant now) {
    if (failed.details().failedHere() < policies.of(failed.details()).rules().wrongProofs()) {
      return false;
    }
    endRecovery.end(
        failed,
        failed.cancel(now),
        AuditCode.RECOVERY_CANCELLED,
        Actor.system(),
        Optional.of(PolicyDecision.Refused.Reason.TOO_MANY_WRONG.code()),
        origin);
    return true;
  }

  /** Refuses without an attempt. */
  RecoveryAnswer refuse(
      Recovery recovery,
      EvidenceKind kind,
      Origin origin,
      RecoveryRefusal reason,
      Optional<Instant> retryAt) {
    record.write(
        record
            .byBrowser(recovery, AuditCode.RECOVERY_EVIDENCE, origin)
            .refused(reason.code())
            .with(kind.code()));
    return new RecoveryAnswer.Refused(reason, retryAt);
  }

  /** Failures that stand against this subject before anything is proved, if they are recent. */
  int standingFailures(String subject, Instant recent) {
    int failures = 0;
    for (ThrottledMethod method :
        new ThrottledMethod[] {
          ThrottledMethod.RECOVERY_PASSWORD,
          ThrottledMethod.MAILED_CODE,
          ThrottledMethod.RECOVERY_CODE
        }) {
      var throttle = throttles.find(new ThrottleKey(method, subject, ThrottleKey.ANY));
      if (throttle.blockedUntil().filter(recent::isBefore).isPresent()) {
        failures += throttle.failures();
      }
    }
    return failures;
  }

  /** Whose failure counter counts: strangers have no part in that of who has proved something. */
  static String lane(Recovery recovery) {
    return recovery
        .details()
        .browser()
        .map(BrowserId::toString)
        .orElse(recovery.evidence().isEmpty() ? ThrottleKey.ANY : ThrottleKey.PROVED);
  }

  private static ThrottleKey key(Recovery recovery, ThrottledMethod method) {
    return new ThrottleKey(method, recovery.details().subject(), lane(recovery));
  }
}

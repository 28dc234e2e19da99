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
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryDetails;
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
  private final RecoveryRecord record;

  @Inject
  AttemptGate(
      ThrottleRepository throttles,
      ProofBudget budget,
      RecoveryRepository recoveries,
      RecoveryRecord record) {
    this.throttles = throttles;
    this.budget = budget;
    this.recoveries = recoveries;
    this.record = record;
  }

  /** Empty when the attempt may be made; it already counts as failed. */
  Optional<RecoveryAnswer> enter(
      Recovery recovery, ThrottledMethod method, EvidenceKind kind, Origin origin, Instant now) {
    if (budget.exhausted(origin, key(recovery, method).lane())) {
      return Optional.of(
          refuse(recovery, kind, origin, RecoveryRefusal.TOO_MANY_REQUESTS, Optional.empty()));
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

  /** The attempt was right. */
  void passed(Recovery recovery, ThrottledMethod method) {
    throttles.clear(key(recovery, method));
  }

  /**
   * The attempt was wrong.
   *
   * @param logged what the log says about it, which may be more than the answer says
   */
  RecoveryAnswer failed(
      Recovery.Collecting recovery,
      EvidenceKind kind,
      Origin origin,
      RecoveryRefusal reason,
      String logged) {
    budget.failed(origin);
    recoveries.save(recovery.failed());
    record.write(
        record
            .byBrowser(recovery, AuditCode.RECOVERY_EVIDENCE, origin)
            .refused(logged)
            .with(kind.code()));
    return RecoveryAnswer.refused(reason);
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

  private static ThrottleKey key(Recovery recovery, ThrottledMethod method) {
    RecoveryDetails details = recovery.details();
    String lane =
        details
            .browser()
            .map(BrowserId::toString)
            .orElse(recovery.evidence().isEmpty() ? ThrottleKey.ANY : ThrottleKey.PROVED);
    return new ThrottleKey(method, details.subject(), lane);
  }
}

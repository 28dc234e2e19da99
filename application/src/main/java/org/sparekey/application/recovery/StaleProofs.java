package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.PasswordRepository;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;

/**
 * Looks at the proofs once more before the end: a password that was changed since it was given
 * proves nothing any more. Only somebody with a factor can have changed it, so the recovery ends.
 */
@Step
class StaleProofs {

  private static final String PASSWORD_CHANGED_SINCE = "password-changed-since";

  private final PasswordRepository passwords;
  private final EndRecovery endRecovery;

  @Inject
  StaleProofs(PasswordRepository passwords, EndRecovery endRecovery) {
    this.passwords = passwords;
    this.endRecovery = endRecovery;
  }

  /** Ends the recovery and says so; empty when its proofs still stand. */
  Optional<RecoveryAnswer> endIfStale(Recovery.Ready ready, Origin origin, Instant now) {
    Optional<Instant> given =
        ready.evidence().stream()
            .filter(proof -> proof.kind() == EvidenceKind.PASSWORD)
            .map(proof -> proof.givenAt())
            .findFirst();
    boolean stale =
        ready
            .details()
            .account()
            .flatMap(passwords::find)
            .filter(password -> given.filter(password.changedAt()::isAfter).isPresent())
            .isPresent();
    if (!stale) {
      return Optional.empty();
    }
    endRecovery.end(
        ready,
        ready.cancel(now),
        AuditCode.RECOVERY_CANCELLED,
        Actor.system(),
        Optional.of(PASSWORD_CHANGED_SINCE),
        origin);
    return Optional.of(RecoveryAnswer.refused(RecoveryRefusal.ENDED));
  }
}

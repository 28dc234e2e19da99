package org.sparekey.application.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.RecoveryId;

/**
 * A recovery of the own account as a signed-in owner sees it.
 *
 * @param endedAt when it ended, if it has
 * @param holdUntil while the hold lasts
 * @param stoppable whether the owner can stop it, or contest it after its end
 * @param riskReasons stable codes, once the policy is satisfied
 */
public record OwnRecoveryView(
    RecoveryId id,
    RecoveryStatus status,
    Instant openedAt,
    Optional<Instant> endedAt,
    Optional<Instant> holdUntil,
    boolean stoppable,
    List<String> riskReasons) {

  /** Copies the reasons. */
  public OwnRecoveryView {
    riskReasons = List.copyOf(riskReasons);
  }
}

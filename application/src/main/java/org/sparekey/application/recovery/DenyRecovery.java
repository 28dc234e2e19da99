package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.OpinionRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.recovery.Opinion;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;

/** One of the staff denies a recovery that waits for people, with a reason: it ends. */
@UseCase
public class DenyRecovery {

  private final OpinionDoor door;
  private final OpinionRepository opinions;
  private final EndRecovery endRecovery;
  private final InstantSource clock;

  @Inject
  DenyRecovery(
      OpinionDoor door, OpinionRepository opinions, EndRecovery endRecovery, InstantSource clock) {
    this.door = door;
    this.opinions = opinions;
    this.endRecovery = endRecovery;
    this.clock = clock;
  }

  /**
   * Denies.
   *
   * @param reason in the person's own words
   */
  public OpinionAnswer deny(SessionView staff, RecoveryId id, String reason, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Optional<Recovery> found = door.find(staff, id);
    Optional<OpinionRefusal> obstacle =
        door.obstacle(staff, found, reason).or(() -> door.budget(staff));
    if (obstacle.isPresent() || !(found.orElse(null) instanceof Recovery.Approving waiting)) {
      return door.refuse(staff, found, obstacle.orElse(OpinionRefusal.NOT_WAITING), origin);
    }
    opinions.add(
        new Opinion(id, staff.account(), now, false, Opinion.reason(reason).orElseThrow()));
    endRecovery.end(
        waiting,
        waiting.deny(staff.account(), now),
        AuditCode.RECOVERY_DENIED,
        Actor.staff(staff.account()),
        Optional.empty(),
        origin);
    return new OpinionAnswer.Noted(0);
  }
}

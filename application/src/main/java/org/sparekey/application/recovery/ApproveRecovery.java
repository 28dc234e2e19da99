package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.OpinionRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.recovery.Opinion;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;

/**
 * One of the staff agrees to a recovery that the policy puts before people: never to the own one,
 * never twice, with the code from the owner's page, a fresh challenge and a reason (attacks rows 6
 * and 7, ASVS 2.3.5). Nobody resets anything here: the recovery goes on to its hold, and the owner
 * binds the new factor.
 */
@UseCase
public class ApproveRecovery {

  private final OpinionDoor door;
  private final ApprovalCode code;
  private final HoldToStricterVersion stricterVersion;
  private final OpinionRepository opinions;
  private final RecoveryRepository recoveries;
  private final RecoveryNotices notices;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  ApproveRecovery(
      OpinionDoor door,
      ApprovalCode code,
      HoldToStricterVersion stricterVersion,
      OpinionRepository opinions,
      RecoveryRepository recoveries,
      RecoveryNotices notices,
      RecoveryRecord record,
      InstantSource clock) {
    this.door = door;
    this.code = code;
    this.stricterVersion = stricterVersion;
    this.opinions = opinions;
    this.recoveries = recoveries;
    this.notices = notices;
    this.record = record;
    this.clock = clock;
  }

  /**
   * Agrees.
   *
   * @param typed the code from the owner's page
   * @param reason in the person's own words
   */
  public OpinionAnswer approve(
      SessionView staff, RecoveryId id, String typed, String reason, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Optional<Recovery> found = door.find(staff, id);
    Optional<OpinionRefusal> obstacle =
        door.obstacle(staff, found, reason)
            .or(() -> door.budget(staff))
            .or(() -> wrong(found, typed));
    if (obstacle.isPresent() || !(found.orElse(null) instanceof Recovery.Approving asked)) {
      return door.refuse(staff, found, obstacle.orElse(OpinionRefusal.NOT_WAITING), origin);
    }
    Recovery held = stricterVersion.hold(asked, origin, now);
    if (!(held instanceof Recovery.Approving waiting)) {
      return door.refuse(staff, Optional.of(held), OpinionRefusal.NOT_WAITING, origin);
    }
    Recovery.Unfinished next = waiting.approve(staff.account(), now).orElseThrow();
    recoveries.save(next);
    opinions.add(new Opinion(id, staff.account(), now, true, Opinion.reason(reason).orElseThrow()));
    int more =
        next instanceof Recovery.Approving still ? still.needed() - still.approvers().size() : 0;
    Actor actor = Actor.staff(staff.account());
    record.write(
        record
            .about(next.details(), AuditCode.RECOVERY_APPROVED, actor, origin)
            .with("people:" + (waiting.needed() - more)));
    door.owner(next, staff).ifPresent(owner -> goOn(next, owner, actor, origin));
    return new OpinionAnswer.Noted(more);
  }

  private Optional<OpinionRefusal> wrong(Optional<Recovery> found, String typed) {
    return found
        .filter(Recovery.Approving.class::isInstance)
        .map(Recovery.Approving.class::cast)
        .filter(waiting -> !code.matches(waiting, typed))
        .map(waiting -> OpinionRefusal.WRONG_CODE);
  }

  private void goOn(Recovery.Unfinished next, Account owner, Actor actor, Origin origin) {
    if (next instanceof Recovery.Holding holding) {
      record.write(record.about(next.details(), AuditCode.RECOVERY_HOLD_BEGUN, actor, origin));
      notices.tellWithVeto(
          owner,
          next.id(),
          NoticeKind.RECOVERY_HOLDING,
          Map.of("until", holding.until().toString()),
          origin);
    } else if (next instanceof Recovery.Ready) {
      record.write(record.about(next.details(), AuditCode.RECOVERY_READY, actor, origin));
      notices.tellWithVeto(owner, next.id(), NoticeKind.RECOVERY_READY, Map.of(), origin);
    }
  }
}

package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.support.StaffAccess;
import org.sparekey.application.support.StaffAnswer;
import org.sparekey.application.support.StaffRefusal;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;

/** Shows one recovery of the own organisation to who may agree to it; every look is logged. */
@UseCase
public class ViewWaitingRecovery {

  private final StaffAccess access;
  private final RecoveryRepository recoveries;
  private final OpinionDoor door;
  private final WaitingRecoveries waiting;
  private final RecoveryRecord record;

  @Inject
  ViewWaitingRecovery(
      StaffAccess access,
      RecoveryRepository recoveries,
      OpinionDoor door,
      WaitingRecoveries waiting,
      RecoveryRecord record) {
    this.access = access;
    this.recoveries = recoveries;
    this.door = door;
    this.waiting = waiting;
    this.record = record;
  }

  /** Another organisation's recovery and one that is not there answer alike (attacks row 35). */
  public StaffAnswer<WaitingRecovery> view(SessionView staff, RecoveryId id, Origin origin) {
    Optional<StaffRefusal> obstacle = access.obstacle(staff, StaffRole::mayApproveRecoveries);
    Optional<WaitingRecovery> found =
        recoveries
            .find(id)
            .filter(recovery -> obstacle.isEmpty())
            .flatMap(
                recovery ->
                    door.owner(recovery, staff)
                        .map(
                            owner -> {
                              record.write(
                                  record.about(
                                      recovery.details(),
                                      AuditCode.STAFF_VIEWED,
                                      Actor.staff(staff.account()),
                                      origin));
                              return waiting.view(recovery, owner, staff);
                            }));
    return found
        .<StaffAnswer<WaitingRecovery>>map(StaffAnswer.Granted::new)
        .orElseGet(
            () ->
                access.refuse(
                    staff,
                    AuditCode.STAFF_VIEWED,
                    Optional.of(id.toString()),
                    obstacle.orElse(StaffRefusal.UNKNOWN_ACCOUNT),
                    origin));
  }
}

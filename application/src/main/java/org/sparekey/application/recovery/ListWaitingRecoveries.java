package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.OpinionRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.support.StaffAccess;
import org.sparekey.application.support.StaffAnswer;
import org.sparekey.application.support.StaffRefusal;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.shared.Origin;

/** The recoveries of the own organisation that wait for people, oldest first. */
@UseCase
public class ListWaitingRecoveries {

  /** More than a desk can look at in a day. */
  static final int MOST = 100;

  private final StaffAccess access;
  private final OpinionRepository opinions;
  private final RecoveryRepository recoveries;
  private final OpinionDoor door;
  private final WaitingRecoveries waiting;
  private final AuditLog audit;

  @Inject
  ListWaitingRecoveries(
      StaffAccess access,
      OpinionRepository opinions,
      RecoveryRepository recoveries,
      OpinionDoor door,
      WaitingRecoveries waiting,
      AuditLog audit) {
    this.access = access;
    this.opinions = opinions;
    this.recoveries = recoveries;
    this.door = door;
    this.waiting = waiting;
    this.audit = audit;
  }

  /** At most {@value #MOST}. */
  public StaffAnswer<List<WaitingRecovery>> list(SessionView staff, Origin origin) {
    Optional<StaffRefusal> obstacle = access.obstacle(staff, StaffRole::mayApproveRecoveries);
    if (obstacle.isPresent()) {
      return access.refuse(
          staff, AuditCode.STAFF_SEARCHED, Optional.empty(), obstacle.get(), origin);
    }
    List<WaitingRecovery> found =
        opinions.waiting(staff.organisation(), MOST).stream()
            .flatMap(id -> recoveries.find(id).stream())
            .flatMap(
                recovery ->
                    door
                        .owner(recovery, staff)
                        .map(owner -> waiting.view(recovery, owner, staff))
                        .stream())
            .toList();
    audit.record(
        access
            .fact(AuditCode.STAFF_SEARCHED, staff, origin)
            .with("approving rows=" + found.size()));
    return new StaffAnswer.Granted<>(found);
  }
}

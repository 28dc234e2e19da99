package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.PolicyDraftId;

/**
 * Makes a draft the next version of its policy. One person may, unless one channel opens an account
 * under it by a recovery: such a one is proposed by one and signed by another.
 */
@UseCase
public class PublishPolicy {

  private final PolicyDoor door;
  private final PutIntoForce force;

  @Inject
  PublishPolicy(PolicyDoor door, PutIntoForce force) {
    this.door = door;
    this.force = force;
  }

  /**
   * Publishes it.
   *
   * @param saved as the draft was when it was read
   */
  public PolicyAnswer<PolicyVersion> publish(
      SessionView staff, PolicyDraftId id, int saved, String reason, Origin origin) {
    Optional<PolicyRefusal> closed = door.mayDecide(staff, reason);
    Optional<PolicyDraft> found = closed.isPresent() ? Optional.empty() : door.draft(staff, id);
    return door.unless(
        closed
            .or(() -> found.isEmpty() ? Optional.of(PolicyRefusal.UNKNOWN_DRAFT) : Optional.empty())
            .or(() -> force.obstacle(staff, found.orElseThrow(), saved))
            .or(() -> alone(found.orElseThrow())),
        staff,
        AuditCode.POLICY_PUBLISHED,
        id.toString(),
        origin,
        () ->
            force.publish(
                staff,
                found.orElseThrow(),
                new PublishedPolicy.Publication(
                    new PublishedPolicy.Signature(staff.account(), reason.strip()),
                    Optional.empty()),
                origin));
  }

  private static Optional<PolicyRefusal> alone(PolicyDraft draft) {
    return PutIntoForce.singleChannel(draft.reading().policy().orElseThrow())
        ? Optional.of(PolicyRefusal.SECOND_PERSON_NEEDED)
        : Optional.empty();
  }
}

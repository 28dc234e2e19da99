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
 * Signs what another administrator proposed, and so publishes it. Never the same person twice (ASVS
 * 2.3.5); the database refuses that, too.
 */
@UseCase
public class SignPolicy {

  private final PolicyDoor door;
  private final PutIntoForce force;

  @Inject
  SignPolicy(PolicyDoor door, PutIntoForce force) {
    this.door = door;
    this.force = force;
  }

  /**
   * Signs it.
   *
   * @param saved as the draft was when it was read: nobody signs what he has not seen
   */
  public PolicyAnswer<PolicyVersion> sign(
      SessionView staff, PolicyDraftId id, int saved, String reason, Origin origin) {
    Optional<PolicyRefusal> closed = door.mayDecide(staff, reason);
    Optional<PolicyDraft> found = closed.isPresent() ? Optional.empty() : door.draft(staff, id);
    return door.unless(
        closed
            .or(() -> found.isEmpty() ? Optional.of(PolicyRefusal.UNKNOWN_DRAFT) : Optional.empty())
            .or(() -> unsigned(staff, found.orElseThrow()))
            .or(() -> force.obstacle(staff, found.orElseThrow(), saved)),
        staff,
        AuditCode.POLICY_PUBLISHED,
        id.toString(),
        origin,
        () -> {
          PolicyDraft.Proposal proposal = found.orElseThrow().proposal().orElseThrow();
          return force.publish(
              staff,
              found.orElseThrow(),
              new PublishedPolicy.Publication(
                  new PublishedPolicy.Signature(proposal.by(), proposal.reason()),
                  Optional.of(new PublishedPolicy.Signature(staff.account(), reason.strip()))),
              origin);
        });
  }

  private static Optional<PolicyRefusal> unsigned(SessionView staff, PolicyDraft draft) {
    if (draft.proposal().isEmpty()) {
      return Optional.of(PolicyRefusal.NOT_PROPOSED);
    }
    return draft.proposal().get().by().equals(staff.account())
        ? Optional.of(PolicyRefusal.SAME_PERSON)
        : Optional.empty();
  }
}

package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.policy.PolicyReading;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.PolicyDraftId;

/** Opens a draft: its text, its faults by line, and what stands between it and being published. */
@UseCase
public class OpenPolicyDraft {

  private final PolicyDoor door;

  @Inject
  OpenPolicyDraft(PolicyDoor door) {
    this.door = door;
  }

  /** Opens it. */
  public PolicyAnswer<DraftFile> open(SessionView staff, PolicyDraftId id, Origin origin) {
    Optional<PolicyRefusal> closed = door.mayRead(staff);
    Optional<PolicyDraft> found = closed.isPresent() ? Optional.empty() : door.draft(staff, id);
    return door.unless(
        closed.or(
            () -> found.isEmpty() ? Optional.of(PolicyRefusal.UNKNOWN_DRAFT) : Optional.empty()),
        staff,
        AuditCode.POLICY_VIEWED,
        id.toString(),
        origin,
        () -> {
          door.write(
              door.fact(AuditCode.POLICY_VIEWED, staff, origin)
                  .policy(found.orElseThrow().key())
                  .with(id.toString()));
          return new PolicyAnswer.Granted<>(file(staff, found.orElseThrow()));
        });
  }

  private DraftFile file(SessionView staff, PolicyDraft draft) {
    PolicyReading reading = draft.reading();
    return new DraftFile(
        draft,
        reading.policy(),
        reading.faults(),
        door.latest(staff, draft.key())
            .filter(row -> row.retiredAt().isEmpty())
            .map(PublishedPolicy::policy),
        door.name(draft.author()),
        draft.proposal().map(proposal -> door.name(proposal.by())),
        reading.policy().filter(PutIntoForce::singleChannel).isPresent(),
        draft.proposal().filter(proposal -> proposal.by().equals(staff.account())).isPresent());
  }
}

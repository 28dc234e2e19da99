package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.PolicyDraftRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.PolicyDraftId;

/** Throws a draft away. */
@UseCase
public class DiscardPolicyDraft {

  private final PolicyDoor door;
  private final PolicyDraftRepository drafts;

  @Inject
  DiscardPolicyDraft(PolicyDoor door, PolicyDraftRepository drafts) {
    this.door = door;
    this.drafts = drafts;
  }

  /**
   * Throws it away, unless somebody saved it since it was read.
   *
   * @param saved as the draft was when it was read
   */
  public PolicyAnswer<PolicyDraft> discard(
      SessionView staff, PolicyDraftId id, int saved, Origin origin) {
    Optional<PolicyRefusal> closed = door.mayWrite(staff);
    Optional<PolicyDraft> found = closed.isPresent() ? Optional.empty() : door.draft(staff, id);
    return door.unless(
        closed
            .or(() -> found.isEmpty() ? Optional.of(PolicyRefusal.UNKNOWN_DRAFT) : Optional.empty())
            .or(
                () ->
                    drafts.remove(id, saved)
                        ? Optional.empty()
                        : Optional.of(PolicyRefusal.STALE_DRAFT)),
        staff,
        AuditCode.POLICY_DRAFT_DISCARDED,
        id.toString(),
        origin,
        () -> {
          PolicyDraft draft = found.orElseThrow();
          door.write(
              door.fact(AuditCode.POLICY_DRAFT_DISCARDED, staff, origin)
                  .policy(draft.key())
                  .with(id.toString()));
          return new PolicyAnswer.Granted<>(draft);
        });
  }
}

package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.PolicyDraftRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.PolicyDraftId;

/** Keeps another text of a draft as it was typed, faults included. A proposal ends with it. */
@UseCase
public class ChangePolicyDraft {

  private final PolicyDoor door;
  private final PolicyDraftRepository drafts;
  private final InstantSource clock;

  @Inject
  ChangePolicyDraft(PolicyDoor door, PolicyDraftRepository drafts, InstantSource clock) {
    this.door = door;
    this.drafts = drafts;
    this.clock = clock;
  }

  /**
   * Keeps it.
   *
   * @param saved as the draft was when it was read: what somebody else saved since is not lost
   */
  public PolicyAnswer<PolicyDraft> change(
      SessionView staff, PolicyDraftId id, int saved, String typed, Origin origin) {
    Optional<PolicyRefusal> closed = door.mayWrite(staff);
    Optional<PolicyDraft> found = closed.isPresent() ? Optional.empty() : door.draft(staff, id);
    boolean tooLong = typed.length() > PolicyDraft.LONGEST_TEXT;
    return door.unless(
        closed
            .or(() -> found.isEmpty() ? Optional.of(PolicyRefusal.UNKNOWN_DRAFT) : Optional.empty())
            .or(() -> tooLong ? Optional.of(PolicyRefusal.TOO_LONG) : Optional.empty()),
        staff,
        AuditCode.POLICY_DRAFT_CHANGED,
        id.toString(),
        origin,
        () -> change(staff, found.orElseThrow(), saved, DraftTexts.clean(typed), origin));
  }

  private PolicyAnswer<PolicyDraft> change(
      SessionView staff, PolicyDraft draft, int saved, String text, Origin origin) {
    if (draft.saved() == saved && draft.text().equals(text)) {
      return new PolicyAnswer.Granted<>(draft);
    }
    PolicyDraft changed = draft.changed(text, staff.account(), Moments.storable(clock.instant()));
    if (draft.saved() != saved || !drafts.save(changed)) {
      return door.refuse(
          staff,
          AuditCode.POLICY_DRAFT_CHANGED,
          draft.id().toString(),
          PolicyRefusal.STALE_DRAFT,
          origin);
    }
    door.write(
        door.fact(AuditCode.POLICY_DRAFT_CHANGED, staff, origin)
            .policy(draft.key())
            .with(draft.id().toString()));
    return new PolicyAnswer.Granted<>(changed);
  }
}

package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.PolicyDraftRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.PolicyDraftId;

/** Asks another administrator to sign a draft; the text as it stands, and no other. */
@UseCase
public class ProposePolicy {

  private final PolicyDoor door;
  private final PutIntoForce force;
  private final PolicyDraftRepository drafts;
  private final TellAdministrators tell;
  private final InstantSource clock;

  @Inject
  ProposePolicy(
      PolicyDoor door,
      PutIntoForce force,
      PolicyDraftRepository drafts,
      TellAdministrators tell,
      InstantSource clock) {
    this.door = door;
    this.force = force;
    this.drafts = drafts;
    this.tell = tell;
    this.clock = clock;
  }

  /**
   * Proposes it.
   *
   * @param saved as the draft was when it was read
   */
  public PolicyAnswer<PolicyDraft> propose(
      SessionView staff, PolicyDraftId id, int saved, String reason, Origin origin) {
    Optional<PolicyRefusal> closed = door.mayDecide(staff, reason);
    Optional<PolicyDraft> found = closed.isPresent() ? Optional.empty() : door.draft(staff, id);
    Optional<PolicyDraft> proposed =
        found.map(
            draft ->
                draft.proposed(
                    new PolicyDraft.Proposal(
                        staff.account(), Moments.storable(clock.instant()), reason.strip())));
    return door.unless(
        closed
            .or(() -> found.isEmpty() ? Optional.of(PolicyRefusal.UNKNOWN_DRAFT) : Optional.empty())
            .or(() -> force.obstacle(staff, found.orElseThrow(), saved))
            .or(
                () ->
                    drafts.save(proposed.orElseThrow())
                        ? Optional.empty()
                        : Optional.of(PolicyRefusal.STALE_DRAFT)),
        staff,
        AuditCode.POLICY_PROPOSED,
        id.toString(),
        origin,
        () -> {
          PolicyDraft draft = proposed.orElseThrow();
          door.write(
              door.fact(AuditCode.POLICY_PROPOSED, staff, origin)
                  .policy(draft.key())
                  .with(id.toString()));
          tell.others(staff, NoticeKind.POLICY_PROPOSED, Map.of("policy", draft.key()), origin);
          return new PolicyAnswer.Granted<>(draft);
        });
  }
}

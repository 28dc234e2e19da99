package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.policy.PolicyText;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.PublishedPolicy;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.PolicyDraftId;

/** Begins a draft with what a published version says. */
@UseCase
public class StartPolicyDraft {

  private final PolicyDoor door;
  private final DraftTexts texts;

  @Inject
  StartPolicyDraft(PolicyDoor door, DraftTexts texts) {
    this.door = door;
    this.texts = texts;
  }

  /**
   * Begins it.
   *
   * @param key of the policy that is to come; empty for the next version of the same policy, which
   *     those that come with Sparekey do not get
   */
  public PolicyAnswer<PolicyDraftId> start(
      SessionView staff, PolicyVersion from, String key, Origin origin) {
    Optional<PolicyRefusal> closed = door.mayWrite(staff);
    Optional<PublishedPolicy> source =
        closed.isPresent() ? Optional.empty() : door.version(staff, from);
    String wanted = key.isBlank() ? from.key() : key.strip();
    return door.unless(
        closed
            .or(
                () ->
                    source.isEmpty() ? Optional.of(PolicyRefusal.UNKNOWN_POLICY) : Optional.empty())
            .or(() -> texts.obstacle(staff, wanted)),
        staff,
        AuditCode.POLICY_DRAFT_STARTED,
        from.toString(),
        origin,
        () -> {
          RecoveryPolicy policy = source.orElseThrow().policy();
          PolicyDraft draft =
              texts.begin(
                  staff,
                  wanted,
                  PolicyText.of(policy.as(new PolicyVersion(wanted, from.version()))));
          door.write(
              door.fact(AuditCode.POLICY_DRAFT_STARTED, staff, origin)
                  .policy(from.toString())
                  .with(draft.id().toString()));
          return new PolicyAnswer.Granted<>(draft.id());
        });
  }
}

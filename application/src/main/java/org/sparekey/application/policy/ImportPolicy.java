package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.PolicyDraftId;

/** Begins a draft with a text from elsewhere, faults included: the draft says where they are. */
@UseCase
public class ImportPolicy {

  private final PolicyDoor door;
  private final DraftTexts texts;

  @Inject
  ImportPolicy(PolicyDoor door, DraftTexts texts) {
    this.door = door;
    this.texts = texts;
  }

  /** Begins it, for the key that the text names. */
  public PolicyAnswer<PolicyDraftId> take(SessionView staff, String typed, Origin origin) {
    boolean tooLong = typed.length() > PolicyDraft.LONGEST_TEXT;
    String text = tooLong ? "" : DraftTexts.clean(typed);
    String key = DraftTexts.keyIn(text).orElse("");
    return door.unless(
        door.mayWrite(staff)
            .or(() -> tooLong ? Optional.of(PolicyRefusal.TOO_LONG) : Optional.empty())
            .or(() -> texts.obstacle(staff, key)),
        staff,
        AuditCode.POLICY_DRAFT_STARTED,
        "",
        origin,
        () -> {
          PolicyDraft draft = texts.begin(staff, key, text);
          door.write(
              door.fact(AuditCode.POLICY_DRAFT_STARTED, staff, origin)
                  .policy(key)
                  .with(draft.id().toString()));
          return new PolicyAnswer.Granted<>(draft.id());
        });
  }
}

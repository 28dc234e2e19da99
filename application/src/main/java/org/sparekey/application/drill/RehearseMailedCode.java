package org.sparekey.application.drill;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.MailedCodes;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Takes the code that the drill mailed. */
@UseCase
public class RehearseMailedCode {

  private static final EvidenceKind KIND = EvidenceKind.MAILED_CODE;

  private final OwnDrill own;
  private final DrillAttempts attempts;
  private final DrillCodes codes;
  private final MailedCodes mailedCodes;

  @Inject
  RehearseMailedCode(
      OwnDrill own, DrillAttempts attempts, DrillCodes codes, MailedCodes mailedCodes) {
    this.own = own;
    this.attempts = attempts;
    this.codes = codes;
    this.mailedCodes = mailedCodes;
  }

  /**
   * Refused when the code is not one that was mailed last for this drill.
   *
   * @param typed as it was typed; blanks and hyphens do not matter
   */
  public DrillOutcome rehearse(SessionView view, String typed, Origin origin) {
    Optional<DrillOutcome> closed = own.closed(view, AuditCode.DRILL_PROOF, KIND, origin);
    if (closed.isPresent()) {
      return closed.get();
    }
    Drill.Open drill = own.current(view).orElseThrow();
    Optional<Secret> code = mailedCodes.read(typed);
    if (code.isEmpty()) {
      return own.refused(view, AuditCode.DRILL_PROOF, KIND, DrillRefusal.CODE_MALFORMED, origin);
    }
    if (codes.open(drill, own.now()).isEmpty()) {
      return own.refused(view, AuditCode.DRILL_PROOF, KIND, DrillRefusal.CODE_NOT_SENT, origin);
    }
    return attempts
        .enter(view, ThrottledMethod.MAILED_CODE, KIND, origin)
        .orElseGet(() -> match(view, drill, code.get(), origin));
  }

  private DrillOutcome match(SessionView view, Drill.Open drill, Secret code, Origin origin) {
    List<ContactPointId> mailboxes =
        codes.mailboxes(drill, own.now()).stream().map(ContactPoint::id).toList();
    Optional<IssuedCode> found =
        mailedCodes
            .find(CodePurpose.DRILL, DrillCodes.flow(drill), view.account(), code)
            .filter(issued -> mailboxes.contains(issued.contactPoint()))
            .filter(mailedCodes::spend);
    if (found.isEmpty()) {
      return attempts.failed(view, KIND, DrillRefusal.CODE_WRONG, Optional.empty(), origin);
    }
    attempts.passed(view, ThrottledMethod.MAILED_CODE);
    return own.taken(view, KIND, origin);
  }
}

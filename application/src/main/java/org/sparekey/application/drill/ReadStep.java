package org.sparekey.application.drill;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.shared.Origin;

/**
 * The owner says that she read what would happen: for proofs that would disturb other people, or
 * cost something to try.
 */
@UseCase
public class ReadStep {

  private final OwnDrill own;

  @Inject
  ReadStep(OwnDrill own) {
    this.own = own;
  }

  /** Refused for what is to be shown. */
  public DrillOutcome read(SessionView view, EvidenceKind kind, Origin origin) {
    Optional<DrillOutcome> closed = own.closed(view, AuditCode.DRILL_PROOF, kind, origin);
    if (closed.isPresent()) {
      return closed.get();
    }
    return OwnDrill.CHECKED.contains(kind)
        ? own.refused(view, AuditCode.DRILL_PROOF, kind, DrillRefusal.STEPS_MISSING, origin)
        : own.taken(
            view, kind, own.entry(AuditCode.DRILL_PROOF, view, origin).with(kind.code() + " read"));
  }
}

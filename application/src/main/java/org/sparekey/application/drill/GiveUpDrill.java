package org.sparekey.application.drill;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.DrillRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.shared.Origin;

/** The owner cannot go on: better to know it now. */
@UseCase
public class GiveUpDrill {

  private final OwnDrill own;
  private final DrillRepository drills;
  private final AuditLog audit;

  @Inject
  GiveUpDrill(OwnDrill own, DrillRepository drills, AuditLog audit) {
    this.own = own;
    this.drills = drills;
    this.audit = audit;
  }

  /** Refused when none is under way. */
  public DrillOutcome giveUp(SessionView view, Origin origin) {
    Optional<DrillRefusal> guarded = own.guard(view);
    if (guarded.isPresent()) {
      return own.refused(view, AuditCode.DRILL_FINISHED, guarded.get(), origin);
    }
    Optional<Drill.Open> open = own.current(view);
    if (open.isEmpty()) {
      return own.refused(view, AuditCode.DRILL_FINISHED, DrillRefusal.OVER, origin);
    }
    Drill.Over over = open.get().giveUp(own.now());
    drills.save(over);
    audit.record(
        own.entry(AuditCode.DRILL_FINISHED, view, origin)
            .policy(over.details().policy().toString())
            .because(over.result().code())
            .with(
                open.get().missing().stream()
                    .map(EvidenceKind::code)
                    .collect(Collectors.joining(" "))));
    return DrillOutcome.taken();
  }
}

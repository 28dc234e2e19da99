package org.sparekey.application.drill;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.DrillRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.drill.DrilledWay;
import org.sparekey.domain.shared.Origin;

/** Ends a drill whose steps are all taken: what it says is worked out anew, as readiness is. */
@UseCase
public class FinishDrill {

  private final OwnDrill own;
  private final WaysBack ways;
  private final DrillRepository drills;
  private final SessionViews views;
  private final AuditLog audit;

  @Inject
  FinishDrill(
      OwnDrill own, WaysBack ways, DrillRepository drills, SessionViews views, AuditLog audit) {
    this.own = own;
    this.ways = ways;
    this.drills = drills;
    this.views = views;
    this.audit = audit;
  }

  /**
   * Refused while a step is missing; a way that is no more ends the drill without a word.
   *
   * @param understood whether the owner read what the staff would have to do, where they would
   */
  public DrillOutcome finish(SessionView view, boolean understood, Origin origin) {
    Optional<DrillRefusal> guarded = own.guard(view);
    if (guarded.isPresent()) {
      return refused(view, guarded.get(), origin);
    }
    Optional<Drill.Open> open = own.current(view);
    if (open.isEmpty()) {
      return refused(view, DrillRefusal.OVER, origin);
    }
    Drill.Open drill = open.get();
    if (!drill.missing().isEmpty()) {
      return refused(view, DrillRefusal.STEPS_MISSING, origin);
    }
    if (drill.details().way().approvals() > 0 && !understood) {
      return refused(view, DrillRefusal.NOT_UNDERSTOOD, origin);
    }
    Optional<DrilledWay> way =
        ways.left(views.account(view), drill.details().lost()).stream()
            .filter(left -> left.asksLike(drill.details().way()))
            .findFirst();
    if (way.isEmpty()) {
      drills.save(drill.abandon(own.now()));
      return refused(view, DrillRefusal.WAY_GONE, origin);
    }
    Drill.Over over = drill.finish(way.get(), own.now());
    drills.save(over);
    audit.record(
        own.entry(AuditCode.DRILL_FINISHED, view, origin)
            .policy(over.details().policy().toString())
            .with(over.result().code()));
    return DrillOutcome.taken();
  }

  private DrillOutcome refused(SessionView view, DrillRefusal reason, Origin origin) {
    return own.refused(view, AuditCode.DRILL_FINISHED, reason, origin);
  }
}

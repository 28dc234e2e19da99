package org.sparekey.application.drill;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.Reservation;
import org.sparekey.application.port.ThrottleRepository;
import org.sparekey.application.signin.Lanes;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.shared.Origin;

/**
 * Counts a proof in a drill as the same proof in a recovery, with the same counters: who has stolen
 * a session guesses no more often here than there (attacks rows 13 to 15).
 */
@Step
class DrillAttempts {

  private final OwnDrill own;
  private final ThrottleRepository throttles;
  private final ProofBudget budget;
  private final Lanes lanes;
  private final SessionViews views;

  @Inject
  DrillAttempts(
      OwnDrill own,
      ThrottleRepository throttles,
      ProofBudget budget,
      Lanes lanes,
      SessionViews views) {
    this.own = own;
    this.throttles = throttles;
    this.budget = budget;
    this.lanes = lanes;
    this.views = views;
  }

  /** Empty when the attempt may be made; it already counts as failed. */
  Optional<DrillOutcome> enter(
      SessionView view, ThrottledMethod method, EvidenceKind kind, Origin origin) {
    if (budget.exhausted(origin, lane(view))) {
      return Optional.of(
          own.refused(view, AuditCode.DRILL_PROOF, kind, DrillRefusal.SOURCE_EXHAUSTED, origin));
    }
    Instant now = own.now();
    Reservation reservation = throttles.reserve(key(view, method), now);
    return reservation.granted()
        ? Optional.empty()
        : Optional.of(
            own.refused(
                view,
                AuditCode.DRILL_PROOF,
                kind,
                DrillRefusal.TOO_MANY_ATTEMPTS,
                reservation.throttle().blockedUntil().filter(now::isBefore),
                origin));
  }

  /** The attempt was right. */
  void passed(SessionView view, ThrottledMethod method) {
    throttles.clear(key(view, method));
  }

  /** The attempt was wrong: nothing changes but what is counted. */
  DrillOutcome failed(
      SessionView view,
      EvidenceKind kind,
      DrillRefusal reason,
      Optional<Instant> retryAt,
      Origin origin) {
    budget.failed(origin);
    return own.refused(view, AuditCode.DRILL_PROOF, kind, reason, retryAt, origin);
  }

  /** The lane of the session: strangers have no part in it. */
  String lane(SessionView view) {
    return lanes.of(views.current(view).orElseThrow());
  }

  private ThrottleKey key(SessionView view, ThrottledMethod method) {
    return new ThrottleKey(method, view.account().toString(), lane(view));
  }
}

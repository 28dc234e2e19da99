package org.sparekey.application.drill;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.DrillRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/**
 * What the steps of a drill have in common: no other session or account goes on with it, one step
 * at a time is taken, and each is written down.
 */
@Step
class OwnDrill {

  /** What is checked; anything else would disturb people, and is told in words. */
  static final Set<EvidenceKind> CHECKED =
      Set.of(
          EvidenceKind.PASSWORD,
          EvidenceKind.MAILED_CODE,
          EvidenceKind.RECOVERY_CODE,
          EvidenceKind.TOTP);

  private final AccountRepository accounts;
  private final DrillRepository drills;
  private final SessionViews views;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  OwnDrill(
      AccountRepository accounts,
      DrillRepository drills,
      SessionViews views,
      AuditLog audit,
      InstantSource clock) {
    this.accounts = accounts;
    this.drills = drills;
    this.views = views;
    this.audit = audit;
    this.clock = clock;
  }

  /** Locks the account, and says why this session must not rehearse. */
  Optional<DrillRefusal> guard(SessionView view) {
    accounts.lock(view.account());
    if (!view.signedIn() || views.current(view).isEmpty()) {
      return Optional.of(DrillRefusal.WRONG_STEP);
    }
    return views.account(view).onProbation(clock.instant())
        ? Optional.of(DrillRefusal.ON_PROBATION)
        : Optional.empty();
  }

  /** The one under way in this session, in time. */
  Optional<Drill.Open> current(SessionView view) {
    return drills.open(view.account()).filter(drill -> drill.heard(view.id(), now()));
  }

  /** The answer when this step is not open; empty when it is. A step that was taken stays so. */
  Optional<DrillOutcome> closed(
      SessionView view, AuditCode code, EvidenceKind kind, Origin origin) {
    Optional<DrillRefusal> guarded = guard(view);
    if (guarded.isPresent()) {
      return Optional.of(refused(view, code, kind, guarded.get(), origin));
    }
    Optional<Drill.Open> open = current(view);
    if (open.isEmpty()) {
      return Optional.of(refused(view, code, kind, DrillRefusal.OVER, origin));
    }
    if (!open.get().details().way().evidence().contains(kind)) {
      return Optional.of(refused(view, code, kind, DrillRefusal.NOT_ASKED, origin));
    }
    return open.filter(drill -> drill.done().contains(kind)).map(drill -> DrillOutcome.taken());
  }

  /** The step went well; the entry says so. */
  DrillOutcome taken(SessionView view, EvidenceKind kind, AuditDraft entry) {
    drills.save(current(view).orElseThrow().doing(kind));
    audit.record(entry);
    return DrillOutcome.taken();
  }

  /** The step went well. */
  DrillOutcome taken(SessionView view, EvidenceKind kind, Origin origin) {
    return taken(view, kind, entry(AuditCode.DRILL_PROOF, view, origin).with(kind.code()));
  }

  /** Not taken. */
  DrillOutcome refused(
      SessionView view, AuditCode code, EvidenceKind kind, DrillRefusal reason, Origin origin) {
    return refused(view, code, kind, reason, Optional.empty(), origin);
  }

  /** Not taken, and perhaps there is a wait. */
  DrillOutcome refused(
      SessionView view,
      AuditCode code,
      EvidenceKind kind,
      DrillRefusal reason,
      Optional<Instant> retryAt,
      Origin origin) {
    audit.record(entry(code, view, origin).refused(reason.code()).with(kind.code()));
    return DrillOutcome.refused(reason, retryAt);
  }

  /** Not taken, and no proof is at stake. */
  DrillOutcome refused(SessionView view, AuditCode code, DrillRefusal reason, Origin origin) {
    audit.record(entry(code, view, origin).refused(reason.code()));
    return DrillOutcome.refused(reason);
  }

  /** An entry about the session's account. */
  AuditDraft entry(AuditCode code, SessionView view, Origin origin) {
    return AuditDraft.of(code, Actor.owner(view.account()), origin)
        .about(view.account(), view.organisation());
  }

  Instant now() {
    return Moments.storable(clock.instant());
  }
}

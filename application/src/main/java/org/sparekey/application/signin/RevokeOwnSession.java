package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.InstantSource;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.SessionId;

/** Ends one of the own sessions. */
@UseCase
public class RevokeOwnSession {

  private final SessionRepository sessions;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  public RevokeOwnSession(SessionRepository sessions, AuditLog audit, InstantSource clock) {
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /** False for a foreign, unknown or ended one: the answer is the same (attacks row 35). */
  public boolean revoke(SessionView view, SessionId id, Origin origin) {
    boolean ended =
        sessions
            .find(id)
            .filter(session -> view.signedIn())
            .filter(session -> session.account().equals(view.account()))
            .filter(session -> sessions.end(id, Moments.storable(clock.instant())))
            .isPresent();
    AuditDraft draft =
        AuditDraft.of(AuditCode.SESSION_REVOKED, Actor.owner(view.account()), origin)
            .about(view.account(), view.organisation());
    audit.record(ended ? draft.with("one") : draft.refused("unknown-session"));
    return ended;
  }
}

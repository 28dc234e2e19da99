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

/** Signs out; a second time does nothing. */
@UseCase
public class EndOwnSession {

  private final SessionRepository sessions;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  public EndOwnSession(SessionRepository sessions, AuditLog audit, InstantSource clock) {
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /** Ends the session, whatever its level. */
  public void end(SessionView view, Origin origin) {
    if (sessions.end(view.id(), Moments.storable(clock.instant()))) {
      audit.record(
          AuditDraft.of(AuditCode.SESSION_ENDED, Actor.owner(view.account()), origin)
              .about(view.account(), view.organisation()));
    }
  }
}

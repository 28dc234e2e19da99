package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/**
 * Ends all own sessions but the one that asks (ASVS 7.4.3); no browser is remembered any more, not
 * this one either, of which somebody may have a copy.
 */
@UseCase
public class RevokeOtherSessions {

  private final SessionRepository sessions;
  private final EndRemembering endRemembering;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  public RevokeOtherSessions(
      SessionRepository sessions,
      EndRemembering endRemembering,
      AuditLog audit,
      InstantSource clock) {
    this.sessions = sessions;
    this.endRemembering = endRemembering;
    this.audit = audit;
    this.clock = clock;
  }

  /** How many were ended. */
  public int revoke(SessionView view, Origin origin) {
    AuditDraft draft =
        AuditDraft.of(AuditCode.SESSION_REVOKED, Actor.owner(view.account()), origin)
            .about(view.account(), view.organisation());
    if (!view.signedIn()) {
      audit.record(draft.refused(ChallengeRefusal.WRONG_STEP.code()));
      return 0;
    }
    Instant now = Moments.storable(clock.instant());
    int others = sessions.endOthersOf(view.account(), view.id(), now);
    audit.record(draft.with("others:" + others));
    endRemembering.of(view.account(), view.organisation(), Actor.owner(view.account()), origin);
    return others;
  }
}

package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.InstantSource;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/** Forgets all browsers of the owner: each is new at its next sign-in. */
@UseCase
public class ForgetKnownBrowsers {

  private final KnownBrowserRepository browsers;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  public ForgetKnownBrowsers(KnownBrowserRepository browsers, AuditLog audit, InstantSource clock) {
    this.browsers = browsers;
    this.audit = audit;
    this.clock = clock;
  }

  /** How many were forgotten. */
  public int forget(SessionView view, Origin origin) {
    AuditDraft draft =
        AuditDraft.of(AuditCode.BROWSER_FORGOTTEN, Actor.owner(view.account()), origin)
            .about(view.account(), view.organisation());
    if (!view.signedIn()) {
      audit.record(draft.refused(ChallengeRefusal.WRONG_STEP.code()));
      return 0;
    }
    int forgotten = browsers.forgetAllOf(view.account(), Moments.storable(clock.instant()));
    audit.record(draft.with("browsers:" + forgotten));
    return forgotten;
  }
}

package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.InstantSource;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/**
 * Forgets one browser of the owner: it is new at its next sign-in, and a session that it opened in
 * the place of a factor ends.
 */
@UseCase
public class ForgetKnownBrowser {

  private final KnownBrowserRepository browsers;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  public ForgetKnownBrowser(KnownBrowserRepository browsers, AuditLog audit, InstantSource clock) {
    this.browsers = browsers;
    this.audit = audit;
    this.clock = clock;
  }

  /** False for a foreign, unknown or forgotten one: the answer is the same (attacks row 35). */
  public boolean forget(SessionView view, BrowserId id, Origin origin) {
    boolean forgotten =
        view.signedIn() && browsers.forget(view.account(), id, Moments.storable(clock.instant()));
    AuditDraft draft =
        AuditDraft.of(AuditCode.BROWSER_FORGOTTEN, Actor.owner(view.account()), origin)
            .about(view.account(), view.organisation());
    audit.record(forgotten ? draft.with("one") : draft.refused("unknown-browser"));
    return forgotten;
  }
}

package org.sparekey.application.signin;

import jakarta.inject.Inject;
import org.sparekey.application.Step;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Origin;

/** No browser of an account stands in for a factor any more; they stay known. */
@Step
public class EndRemembering {

  private final KnownBrowserRepository browsers;
  private final AuditLog audit;

  @Inject
  public EndRemembering(KnownBrowserRepository browsers, AuditLog audit) {
    this.browsers = browsers;
    this.audit = audit;
  }

  /** Ends it, and says so where there was something to end. */
  public void of(AccountId account, OrganisationId organisation, Actor actor, Origin origin) {
    int ended = browsers.endRememberingOf(account);
    if (ended > 0) {
      audit.record(
          AuditDraft.of(AuditCode.BROWSER_REMEMBERING_ENDED, actor, origin)
              .about(account, organisation)
              .with("browsers:" + ended));
    }
  }
}

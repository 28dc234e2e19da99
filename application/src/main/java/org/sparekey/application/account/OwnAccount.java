package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;

/** What the use cases about the own account have in common. */
@Step
class OwnAccount {

  private final SessionViews views;
  private final AuditLog audit;

  @Inject
  OwnAccount(SessionViews views, AuditLog audit) {
    this.views = views;
    this.audit = audit;
  }

  /** Why this session must not change what could open the account. */
  Optional<AccountRefusal> guard(SessionView view) {
    if (!view.signedIn() || views.current(view).isEmpty()) {
      return Optional.of(AccountRefusal.WRONG_STEP);
    }
    if (view.onProbation()) {
      return Optional.of(AccountRefusal.ON_PROBATION);
    }
    return view.recentlyConfirmed()
        ? Optional.empty()
        : Optional.of(AccountRefusal.NEEDS_CONFIRMATION);
  }

  /** States that it was done. */
  AccountChange done(AuditCode code, SessionView view, Origin origin, String detail) {
    audit.record(draft(code, view, origin).with(detail));
    return AccountChange.made();
  }

  /** States that it was refused. */
  AccountChange refused(AuditCode code, SessionView view, AccountRefusal reason, Origin origin) {
    return refused(code, view, reason, Optional.empty(), origin);
  }

  /** States that it was refused, and that there is a wait. */
  AccountChange refused(
      AuditCode code,
      SessionView view,
      AccountRefusal reason,
      Optional<Instant> retryAt,
      Origin origin) {
    audit.record(draft(code, view, origin).refused(reason.code()));
    return AccountChange.refused(reason, retryAt);
  }

  private static AuditDraft draft(AuditCode code, SessionView view, Origin origin) {
    return AuditDraft.of(code, Actor.owner(view.account()), origin)
        .about(view.account(), view.organisation());
  }
}

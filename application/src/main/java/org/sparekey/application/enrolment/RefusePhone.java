package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.Origin;

/** The phone that gave the code is not the owner's: it is forgotten, and the code is over. */
@UseCase
public class RefusePhone {

  private final SessionViews views;
  private final PendingPush pending;
  private final OwnFactors own;

  @Inject
  public RefusePhone(SessionViews views, PendingPush pending, OwnFactors own) {
    this.views = views;
    this.pending = pending;
    this.own = own;
  }

  /** False when nothing was pending. */
  public boolean refuse(SessionView view, Origin origin) {
    Optional<Factor.Pending> begun =
        views
            .current(view)
            .flatMap(session -> pending.open(view.account(), OwnFactors.ceremony(view)));
    begun.ifPresent(
        factor -> {
          pending.end(view.account(), OwnFactors.ceremony(view));
          own.done(AuditCode.PUSH_CLAIM_REFUSED, view, factor, origin);
        });
    return begun.isPresent();
  }
}

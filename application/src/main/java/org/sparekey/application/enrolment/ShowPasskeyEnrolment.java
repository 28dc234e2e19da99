package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;

/**
 * Shows the pending passkey or security key of this session: to no other session, and not after its
 * time.
 */
@UseCase
public class ShowPasskeyEnrolment {

  private final SessionViews views;
  private final PendingPasskey pending;

  @Inject
  public ShowPasskeyEnrolment(SessionViews views, PendingPasskey pending) {
    this.views = views;
    this.pending = pending;
  }

  /** Empty when nothing is pending. */
  public Optional<PasskeyEnrolmentView> show(SessionView view) {
    return views
        .current(view)
        .flatMap(session -> pending.open(view.account(), OwnFactors.ceremony(view)))
        .flatMap(factor -> pending.view(views.account(view), factor));
  }
}

package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;

/** Shows the pending Okta Verify of this session: to no other session, and not after its time. */
@UseCase
public class ShowOktaEnrolment {

  private final PendingOkta pending;

  @Inject
  public ShowOktaEnrolment(PendingOkta pending) {
    this.pending = pending;
  }

  /** Empty when nothing is pending. */
  public Optional<OktaEnrolmentView> show(SessionView view) {
    return pending.open(view).flatMap(begun -> pending.view(view, begun));
  }
}

package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;

/** Shows the pending phone of this session: to no other session, and not after its time. */
@UseCase
public class ShowPushEnrolment {

  private final SessionViews views;
  private final PendingPush pending;

  @Inject
  public ShowPushEnrolment(SessionViews views, PendingPush pending) {
    this.views = views;
    this.pending = pending;
  }

  /** Empty when nothing is pending. */
  public Optional<PushEnrolmentView> show(SessionView view) {
    return views
        .current(view)
        .flatMap(session -> pending.open(view.account(), OwnFactors.ceremony(view)))
        .flatMap(pending::view);
  }
}

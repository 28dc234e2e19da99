package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;

/** Shows the phone that this session is about to bind: to no other session. */
@UseCase
public class ShowPhoneEnrolment {

  private final SessionViews views;
  private final PendingPhones pending;

  @Inject
  public ShowPhoneEnrolment(SessionViews views, PendingPhones pending) {
    this.views = views;
    this.pending = pending;
  }

  /** Empty when nothing is pending. */
  public Optional<PhoneEnrolmentView> show(SessionView view) {
    return views
        .current(view)
        .flatMap(session -> pending.open(view))
        .map(begun -> pending.view(view, begun));
  }
}

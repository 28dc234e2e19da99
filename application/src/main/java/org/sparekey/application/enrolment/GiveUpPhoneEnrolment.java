package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;

/** Forgets the phone that this session was about to bind: the number was another. */
@UseCase
public class GiveUpPhoneEnrolment {

  private final SessionViews views;
  private final PendingPhones pending;

  @Inject
  public GiveUpPhoneEnrolment(SessionViews views, PendingPhones pending) {
    this.views = views;
    this.pending = pending;
  }

  /** Nothing happens when nothing is pending. */
  public void giveUp(SessionView view) {
    views
        .current(view)
        .flatMap(session -> pending.open(view))
        .ifPresent(begun -> pending.end(view));
  }
}

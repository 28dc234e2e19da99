package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.util.List;
import org.sparekey.application.Step;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.Session;

/** The sessions of an owner that can still be used. */
@Step
class OpenSessions {

  private final SessionRepository sessions;
  private final SessionViews views;

  @Inject
  OpenSessions(SessionRepository sessions, SessionViews views) {
    this.sessions = sessions;
    this.views = views;
  }

  List<Session> of(SessionView view) {
    Account account = views.account(view);
    return sessions.openOf(account.id()).stream()
        .filter(session -> views.alive(session, account))
        .toList();
  }
}

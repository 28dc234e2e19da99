package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.util.List;
import org.sparekey.application.UseCase;

/** The owner's open sessions, latest first. */
@UseCase
public class ListOwnSessions {

  private final OpenSessions open;

  @Inject
  public ListOwnSessions(OpenSessions open) {
    this.open = open;
  }

  /** All that could still be used. */
  public List<OwnSessionView> list(SessionView view) {
    return open.of(view).stream()
        .map(
            session ->
                new OwnSessionView(
                    session.id(),
                    session.level().code(),
                    session.startedAt(),
                    session.lastSeenAt(),
                    session.sourceAddress(),
                    session.userAgent(),
                    session.id().equals(view.id())))
        .toList();
  }
}

package org.sparekey.application.signin;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.domain.shared.Origin;

/** The session of this request. The first filter fills it; pages and resources read it. */
@RequestScoped
public class CurrentSession {

  private @Nullable SessionView session;
  private Origin origin = Origin.internal();

  /** Empty when nobody is signed in. */
  public Optional<SessionView> session() {
    return Optional.ofNullable(session);
  }

  /** The browser's token was right. */
  public void enter(SessionView resumed) {
    session = resumed;
  }

  /** Where the request came from. */
  public Origin origin() {
    return origin;
  }

  /** Says where the request came from. */
  public void from(Origin sender) {
    origin = sender;
  }
}

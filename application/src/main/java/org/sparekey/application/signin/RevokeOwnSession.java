package org.sparekey.application.signin;

import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.SessionId;

/** Ends one session. */
@UseCase
public class RevokeOwnSession {

  public boolean revoke(SessionView session, SessionId other, Origin origin) {
    throw new UnsupportedOperationException();
  }
}

package org.sparekey.application.signin;

import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Origin;

/** Ends all other sessions. */
@UseCase
public class RevokeOtherSessions {

  public int revoke(SessionView session, Origin origin) {
    throw new UnsupportedOperationException();
  }
}

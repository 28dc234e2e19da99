package org.sparekey.application.signin;

import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Origin;

/** Signs out. */
@UseCase
public class EndOwnSession {

  public void end(SessionView session, Origin origin) {
    throw new UnsupportedOperationException();
  }
}

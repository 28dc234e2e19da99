package org.sparekey.application.signin;

import java.util.List;
import org.sparekey.application.UseCase;

/** The open sessions of the owner. */
@UseCase
public class ListOwnSessions {

  public List<OwnSessionView> list(SessionView session) {
    throw new UnsupportedOperationException();
  }
}

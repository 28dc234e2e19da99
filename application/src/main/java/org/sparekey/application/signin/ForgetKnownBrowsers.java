package org.sparekey.application.signin;

import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Origin;

/** Forgets all known browsers. */
@UseCase
public class ForgetKnownBrowsers {

  public int forget(SessionView session, Origin origin) {
    throw new UnsupportedOperationException();
  }
}

package org.sparekey.application.signin;

import java.util.List;
import org.sparekey.application.UseCase;

/** The browsers known for this account. */
@UseCase
public class ListKnownBrowsers {

  public List<KnownBrowserView> list(SessionView session) {
    throw new UnsupportedOperationException();
  }
}

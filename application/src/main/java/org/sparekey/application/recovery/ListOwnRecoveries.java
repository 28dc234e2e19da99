package org.sparekey.application.recovery;

import java.util.List;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;

/** Lists the recoveries of the own account, latest first. */
@UseCase
public class ListOwnRecoveries {

  public List<OwnRecoveryView> list(SessionView session) {
    throw new UnsupportedOperationException();
  }
}

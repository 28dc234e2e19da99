package org.sparekey.application.recovery;

import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;

/** This is not me, by a signed-in owner. */
@UseCase
public class VetoOwnRecovery {

  public RecoveryAnswer veto(SessionView session, RecoveryId recovery, Origin origin) {
    throw new UnsupportedOperationException();
  }
}

package org.sparekey.application.recovery;

import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Gives up. */
@UseCase
public class CancelRecovery {

  public RecoveryAnswer cancel(Secret recoveryToken, Origin origin) {
    throw new UnsupportedOperationException();
  }
}

package org.sparekey.application.recovery;

import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Binds the new factor and ends the lost ones. */
@UseCase
public class CompleteRecovery {

  public RecoveryAnswer complete(
      Secret recoveryToken, FactorId factor, String device, String code, Origin origin) {
    throw new UnsupportedOperationException();
  }
}

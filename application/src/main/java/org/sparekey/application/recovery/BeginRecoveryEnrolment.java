package org.sparekey.application.recovery;

import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Makes the new factor that is to be bound. */
@UseCase
public class BeginRecoveryEnrolment {

  public RecoveryAnswer begin(Secret recoveryToken, Origin origin) {
    throw new UnsupportedOperationException();
  }
}

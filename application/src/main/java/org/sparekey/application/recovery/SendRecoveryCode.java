package org.sparekey.application.recovery;

import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Mails a code. */
@UseCase
public class SendRecoveryCode {

  public RecoveryAnswer send(Secret recoveryToken, Origin origin) {
    throw new UnsupportedOperationException();
  }
}

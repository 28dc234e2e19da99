package org.sparekey.application.recovery;

import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** A mailed code as a proof. */
@UseCase
public class ProveByMailedCode {

  public RecoveryAnswer prove(Secret recoveryToken, String code, Origin origin) {
    throw new UnsupportedOperationException();
  }
}

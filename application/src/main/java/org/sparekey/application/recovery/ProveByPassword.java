package org.sparekey.application.recovery;

import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** The password as a proof. */
@UseCase
public class ProveByPassword {

  public RecoveryAnswer prove(Secret recoveryToken, Secret password, Origin origin) {
    throw new UnsupportedOperationException();
  }
}

package org.sparekey.application.recovery;

import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Secret;

/** Shows the recovery that this browser started. */
@UseCase
public class ShowRecovery {

  public Optional<RecoveryView> show(Secret recoveryToken) {
    throw new UnsupportedOperationException();
  }
}

package org.sparekey.application.recovery;

import java.util.Set;
import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Says what is lost. */
@UseCase
public class SayWhatIsLost {

  public RecoveryAnswer say(
      Secret recoveryToken, boolean everything, Set<FactorId> factors, Origin origin) {
    throw new UnsupportedOperationException();
  }
}

package org.sparekey.application.recovery;

import org.sparekey.application.UseCase;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** This is not me, by the link in a notice. */
@UseCase
public class VetoRecovery {

  public RecoveryAnswer veto(Secret linkToken, Origin origin) {
    throw new UnsupportedOperationException();
  }
}

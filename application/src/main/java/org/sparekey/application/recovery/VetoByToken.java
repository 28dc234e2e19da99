package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.VetoLink;
import org.sparekey.domain.shared.RecoveryId;
import org.sparekey.domain.shared.Secret;

/** Finds the recovery that a link in a notice can stop. */
@Step
class VetoByToken {

  private static final int LONGEST_TOKEN = 100;

  private final RecoveryRepository recoveries;
  private final Macs macs;

  @Inject
  VetoByToken(RecoveryRepository recoveries, Macs macs) {
    this.recoveries = recoveries;
    this.macs = macs;
  }

  Optional<RecoveryId> find(Secret linkToken) {
    return linkToken.length() > LONGEST_TOKEN
        ? Optional.empty()
        : recoveries.findVetoLink(macs.fingerprint(linkToken)).map(VetoLink::recovery);
  }
}

package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.Secret;

/** Shows what the link in a notice would stop, and changes nothing (attacks row 17). */
@UseCase
public class ShowVeto {

  private final VetoByToken byToken;
  private final RecoveryRepository recoveries;
  private final StopRecovery stopRecovery;
  private final SiteSettings site;
  private final InstantSource clock;

  @Inject
  ShowVeto(
      VetoByToken byToken,
      RecoveryRepository recoveries,
      StopRecovery stopRecovery,
      SiteSettings site,
      InstantSource clock) {
    this.byToken = byToken;
    this.recoveries = recoveries;
    this.stopRecovery = stopRecovery;
    this.site = site;
    this.clock = clock;
  }

  /** Empty when no notice had this link. */
  public Optional<VetoView> show(Secret linkToken) {
    Instant now = clock.instant();
    return byToken
        .find(linkToken)
        .flatMap(recoveries::find)
        .map(
            recovery ->
                new VetoView(
                    recovery.status(),
                    recovery.details().openedAt(),
                    recovery instanceof Recovery.Holding holding
                        ? Optional.of(holding.until())
                        : Optional.empty(),
                    stopRecovery.unstoppable(recovery, now).isEmpty(),
                    recovery.status() == RecoveryStatus.COMPLETED,
                    site.siteName()));
  }
}

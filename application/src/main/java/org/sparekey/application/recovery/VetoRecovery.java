package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.recovery.VetoRoute;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** "This is not me", by somebody who reads a mailbox of the owner. */
@UseCase
public class VetoRecovery {

  private final VetoByToken byToken;
  private final RecoveryRepository recoveries;
  private final AccountRepository accounts;
  private final StopRecovery stopRecovery;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  VetoRecovery(
      VetoByToken byToken,
      RecoveryRepository recoveries,
      AccountRepository accounts,
      StopRecovery stopRecovery,
      RecoveryRecord record,
      InstantSource clock) {
    this.byToken = byToken;
    this.recoveries = recoveries;
    this.accounts = accounts;
    this.stopRecovery = stopRecovery;
    this.record = record;
    this.clock = clock;
  }

  /** Vetoes, or contests a completed one; done twice is done once. */
  public RecoveryAnswer veto(Secret linkToken, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    return byToken
        .find(linkToken)
        .flatMap(recoveries::find)
        .flatMap(
            recovery -> {
              recovery.details().account().ifPresent(accounts::lock);
              return recoveries.findForUpdate(recovery.id());
            })
        .map(
            recovery ->
                stopRecovery.stop(
                    recovery, other -> true, VetoRoute.NOTICE_LINK, Actor.anonymous(), origin, now))
        .orElseGet(
            () -> record.refuseUnknown(AuditCode.RECOVERY_VETOED, Actor.anonymous(), origin));
  }
}

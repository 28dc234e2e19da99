package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Gives up, in the browser that started: the phone was under the sofa. */
@UseCase
public class CancelRecovery {

  private final RecoveryByToken byToken;
  private final EndRecovery endRecovery;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  CancelRecovery(
      RecoveryByToken byToken,
      EndRecovery endRecovery,
      RecoveryRecord record,
      InstantSource clock) {
    this.byToken = byToken;
    this.endRecovery = endRecovery;
    this.record = record;
    this.clock = clock;
  }

  /** Refused when it has ended; given up twice is given up once. */
  public RecoveryAnswer cancel(Secret recoveryToken, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    return byToken
        .lockWithAccount(recoveryToken)
        .map(
            recovery ->
                recovery.status() == RecoveryStatus.CANCELLED
                    ? new RecoveryAnswer.Done(recovery.status())
                    : recovery
                        .unfinished()
                        .filter(open -> !OpenStep.ended(open, now))
                        .map(open -> cancel(open, origin, now))
                        .orElseGet(
                            () ->
                                record.refuse(
                                    recovery,
                                    AuditCode.RECOVERY_CANCELLED,
                                    origin,
                                    RecoveryRefusal.ENDED)))
        .orElseGet(
            () -> record.refuseUnknown(AuditCode.RECOVERY_CANCELLED, Actor.anonymous(), origin));
  }

  private RecoveryAnswer cancel(Recovery.Unfinished open, Origin origin, Instant now) {
    Recovery.Cancelled cancelled = open.cancel(now);
    endRecovery.end(
        open, cancelled, AuditCode.RECOVERY_CANCELLED, Actor.anonymous(), Optional.empty(), origin);
    return new RecoveryAnswer.Done(cancelled.status());
  }
}

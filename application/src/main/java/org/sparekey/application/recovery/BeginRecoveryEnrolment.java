package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import org.sparekey.application.UseCase;
import org.sparekey.application.enrolment.PendingTotp;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Makes the new factor that the recovery will bind. It belongs to this recovery and to nothing else
 * (attacks row 26); the old ones stay as they are (row 21).
 */
@UseCase
public class BeginRecoveryEnrolment {

  private final RecoveryByToken byToken;
  private final PendingTotp pendingTotp;
  private final StaleProofs staleProofs;
  private final HoldToStricterVersion stricterVersion;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  BeginRecoveryEnrolment(
      RecoveryByToken byToken,
      PendingTotp pendingTotp,
      StaleProofs staleProofs,
      HoldToStricterVersion stricterVersion,
      RecoveryRecord record,
      InstantSource clock) {
    this.byToken = byToken;
    this.pendingTotp = pendingTotp;
    this.staleProofs = staleProofs;
    this.stricterVersion = stricterVersion;
    this.record = record;
    this.clock = clock;
  }

  /** Only when ready; begun again, the one before is worthless. */
  public RecoveryAnswer begin(Secret recoveryToken, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    return byToken
        .lockWithAccount(recoveryToken)
        .map(
            recovery ->
                recovery instanceof Recovery.Ready ready && !OpenStep.ended(recovery, now)
                    ? staleProofs
                        .endIfStale(ready, origin, now)
                        .or(
                            () ->
                                stricterVersion.refusal(
                                    ready, AuditCode.RECOVERY_ENROLMENT_BEGUN, origin, now))
                        .orElseGet(() -> begin(ready, origin))
                    : record.refuse(
                        recovery,
                        AuditCode.RECOVERY_ENROLMENT_BEGUN,
                        origin,
                        OpenStep.outOfTurn(recovery, now)))
        .orElseGet(
            () ->
                record.refuseUnknown(
                    AuditCode.RECOVERY_ENROLMENT_BEGUN, Actor.anonymous(), origin));
  }

  private RecoveryAnswer begin(Recovery.Ready ready, Origin origin) {
    Factor.Pending pending =
        pendingTotp.begin(
            ready.details().account().orElseThrow(), EndRecovery.ceremony(ready.id()));
    record.write(
        record
            .byBrowser(ready, AuditCode.RECOVERY_ENROLMENT_BEGUN, origin)
            .factor(pending.details().kind().code(), pending.id()));
    return new RecoveryAnswer.Done(ready.status());
  }
}

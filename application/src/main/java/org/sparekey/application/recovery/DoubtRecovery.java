package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.VouchingRepository;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.recoverycontact.Vouching;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * "I did not speak to her", or "this is suspicious": the owner is warned at every address, with a
 * link to stop it, and what the person said before counts no more. It stops nothing by itself: one
 * contact alone must not be able to keep the owner out.
 */
@UseCase
public class DoubtRecovery {

  private final VouchingByLink byLink;
  private final VouchingRepository vouchings;
  private final RecoveryRepository recoveries;
  private final AttemptGate gate;
  private final AccountRepository accounts;
  private final RecoveryNotices notices;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  DoubtRecovery(
      VouchingByLink byLink,
      VouchingRepository vouchings,
      RecoveryRepository recoveries,
      AttemptGate gate,
      AccountRepository accounts,
      RecoveryNotices notices,
      RecoveryRecord record,
      InstantSource clock) {
    this.byLink = byLink;
    this.vouchings = vouchings;
    this.recoveries = recoveries;
    this.gate = gate;
    this.accounts = accounts;
    this.notices = notices;
    this.record = record;
    this.clock = clock;
  }

  /** Whether a warning still helps: before the end, and after a reset that can be contested. */
  static boolean hears(Recovery recovery) {
    return recovery.unfinished().isPresent() || recovery.status() == RecoveryStatus.COMPLETED;
  }

  /** Done twice is done once. */
  public RecoveryAnswer doubt(Secret link, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Optional<VouchingByLink.Found> found = byLink.lock(link);
    if (found.isEmpty()) {
      return record.refuseUnknown(AuditCode.RECOVERY_CONTACT_DOUBTED, Actor.anonymous(), origin);
    }
    Recovery recovery = found.get().recovery();
    if (found.get().vouching() instanceof Vouching.Trusted trusted && hears(recovery)) {
      doubt(found.get(), trusted, origin, now);
      return new RecoveryAnswer.Done(recovery.status());
    }
    return found.get().vouching() instanceof Vouching.Doubted
        ? new RecoveryAnswer.Done(recovery.status())
        : record.refuse(
            recovery, AuditCode.RECOVERY_CONTACT_DOUBTED, origin, RecoveryRefusal.VOUCHING_OVER);
  }

  /** It counts as a wrong proof: many of those are a risk, and end a recovery. */
  private void doubt(
      VouchingByLink.Found found, Vouching.Trusted trusted, Origin origin, Instant now) {
    Recovery recovery = found.recovery();
    vouchings.put(trusted.doubt(now));
    if (recovery instanceof Recovery.Hearing open) {
      Recovery.Hearing failed = open.failed();
      recoveries.save(failed);
      record.write(record.byBrowser(recovery, AuditCode.RECOVERY_CONTACT_DOUBTED, origin));
      gate.endIfTooMany(failed, origin, now);
    } else {
      record.write(record.byBrowser(recovery, AuditCode.RECOVERY_CONTACT_DOUBTED, origin));
    }
    recovery
        .details()
        .account()
        .flatMap(accounts::find)
        .ifPresent(
            owner ->
                notices.tellWithVeto(
                    owner,
                    recovery.id(),
                    NoticeKind.RECOVERY_CONTACT_DOUBTED,
                    Map.of("person", found.contact().details().name().value()),
                    Origin.internal()));
  }
}

package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.SignsOfLife;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;

/** What time does to one recovery, each in a transaction and under the lock. */
@Step
@Transactional(Transactional.TxType.REQUIRES_NEW)
class MoveOneRecovery {

  private final SignsOfLife signs;
  private final RecoveryRepository recoveries;
  private final AccountRepository accounts;
  private final HoldToStricterVersion stricterVersion;
  private final EndRecovery endRecovery;
  private final RecoveryNotices notices;
  private final RecoveryRecord record;

  @Inject
  MoveOneRecovery(
      SignsOfLife signs,
      RecoveryRepository recoveries,
      AccountRepository accounts,
      HoldToStricterVersion stricterVersion,
      EndRecovery endRecovery,
      RecoveryNotices notices,
      RecoveryRecord record) {
    this.signs = signs;
    this.recoveries = recoveries;
    this.accounts = accounts;
    this.stricterVersion = stricterVersion;
    this.endRecovery = endRecovery;
    this.notices = notices;
    this.record = record;
  }

  /**
   * How long nobody watched before {@code now}, if that was long; a clock gone back is no pause.
   */
  Duration pauseBefore(Instant now) {
    return signs
        .last()
        .map(sign -> Duration.between(sign, now))
        .filter(pause -> pause.compareTo(SignsOfLife.LONG_PAUSE) > 0)
        .orElse(Duration.ZERO);
  }

  /** Somebody watches. */
  void noteLife(Instant now) {
    signs.note(now);
  }

  /** The clock ran ahead by {@code jump}. */
  void extend(RecoveryId id, Duration jump) {
    recoveries
        .findForUpdate(id)
        .filter(Recovery.Holding.class::isInstance)
        .map(Recovery.Holding.class::cast)
        .ifPresent(
            holding -> {
              recoveries.save(holding.extendedBy(jump));
              record.write(
                  record
                      .about(
                          holding.details(),
                          AuditCode.RECOVERY_HOLD_EXTENDED,
                          Actor.system(),
                          Origin.internal())
                      .because("clock-jumped")
                      .with("seconds " + jump.toSeconds()));
            });
  }

  /** The hold is over, unless a stricter version asks for more: the account is locked first. */
  void release(RecoveryId id, Instant now) {
    recoveries.find(id).flatMap(found -> found.details().account()).ifPresent(accounts::lock);
    recoveries
        .findForUpdate(id)
        .filter(Recovery.Holding.class::isInstance)
        .map(Recovery.Holding.class::cast)
        .filter(holding -> holding.release(now).isPresent())
        .map(holding -> stricterVersion.hold(holding, Origin.internal(), Moments.storable(now)))
        .filter(Recovery.Holding.class::isInstance)
        .map(Recovery.Holding.class::cast)
        .flatMap(holding -> holding.release(now))
        .ifPresent(
            ready -> {
              recoveries.save(ready);
              record.write(
                  record
                      .about(
                          ready.details(),
                          AuditCode.RECOVERY_READY,
                          Actor.system(),
                          Origin.internal())
                      .because("hold-over")
                      .with(JudgeProofs.words(ready.risk())));
              ready
                  .details()
                  .account()
                  .flatMap(accounts::find)
                  .ifPresent(
                      owner ->
                          notices.tellWithVeto(
                              owner, id, NoticeKind.RECOVERY_READY, Map.of(), Origin.internal()));
            });
  }

  /** Nobody finished it in time. Factors come back with it: the account is locked first. */
  void expire(RecoveryId id, Instant now) {
    recoveries.find(id).flatMap(found -> found.details().account()).ifPresent(accounts::lock);
    Optional<Recovery.Unfinished> open = recoveries.findForUpdate(id).flatMap(Recovery::unfinished);
    open.flatMap(before -> before.expire(Moments.storable(now)))
        .ifPresent(
            expired ->
                endRecovery.end(
                    open.orElseThrow(),
                    expired,
                    AuditCode.RECOVERY_EXPIRED,
                    Actor.system(),
                    Optional.empty(),
                    Origin.internal()));
  }
}

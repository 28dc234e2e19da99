package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sparekey.application.Step;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.VetoRoute;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;

/**
 * Ends the other unfinished recoveries of an account, in the transaction of a caller who holds the
 * lock of the account. Strangers can begin as many as they like: those without a proof end by one
 * statement, and only those with one are read.
 */
@Step
class OtherRecoveries {

  private static final String REPLACED_BY_RESET = RevocationReason.REPLACED_BY_RESET.code();

  private final RecoveryRepository recoveries;
  private final EndRecovery endRecovery;
  private final RecoveryRecord record;

  @Inject
  OtherRecoveries(RecoveryRepository recoveries, EndRecovery endRecovery, RecoveryRecord record) {
    this.recoveries = recoveries;
    this.endRecovery = endRecovery;
    this.record = record;
  }

  /** The account was reset: all others end, whatever was proved in them. */
  void replacedBy(Recovery.Completed reset, AccountId owner, Origin origin, Instant now) {
    // first: a proof that is under way holds the lock of its recovery, and is found below
    int unproved = recoveries.cancelUnproved(owner, now);
    if (unproved > 0) {
      record.write(
          record
              .about(reset.details(), AuditCode.RECOVERY_CANCELLED, Actor.system(), origin)
              .because(REPLACED_BY_RESET)
              .with("unproved " + unproved));
    }
    for (Recovery.Unfinished other : proved(owner, reset.id())) {
      endRecovery.end(
          other,
          other.cancel(now),
          AuditCode.RECOVERY_CANCELLED,
          Actor.system(),
          Optional.of(REPLACED_BY_RESET),
          origin);
    }
  }

  /**
   * "This is not me" is said of whoever tries to get in, and a thief may try twice: those with a
   * proof are vetoed with the one that was vetoed or contested. One without a proof is no more than
   * a new one would be.
   *
   * @param mayBeStopped whether this veto has power over it (attacks row 29)
   */
  void vetoedWith(
      Recovery stopped,
      Predicate<? super Recovery> mayBeStopped,
      VetoRoute route,
      Actor actor,
      Origin origin,
      Instant now) {
    for (AccountId owner : stopped.details().account().stream().toList()) {
      for (Recovery.Unfinished other : proved(owner, stopped.id())) {
        if (mayBeStopped.test(other)) {
          endRecovery.end(
              other,
              other.veto(route, now),
              AuditCode.RECOVERY_VETOED,
              actor,
              Optional.of(route.code()),
              origin);
        }
      }
    }
  }

  /** Each locked, and read under its lock. */
  private List<Recovery.Unfinished> proved(AccountId owner, RecoveryId but) {
    return recoveries.proved(owner).stream()
        .filter(id -> !id.equals(but))
        .sorted(Comparator.comparing(RecoveryId::value))
        .flatMap(id -> recoveries.findForUpdate(id).stream())
        .flatMap(locked -> locked.unfinished().stream())
        .toList();
  }
}

package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Lets people of the staff decide, where the known browser that gave itself as a proof makes that
 * possible: its owner never asked for it, and may rather give another proof that needs nobody.
 */
@UseCase
public class AskForApproval {

  private final RecoveryByToken byToken;
  private final OpenStep openStep;
  private final AccountRepository accounts;
  private final JudgeProofs judge;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  AskForApproval(
      RecoveryByToken byToken,
      OpenStep openStep,
      AccountRepository accounts,
      JudgeProofs judge,
      RecoveryRecord record,
      InstantSource clock) {
    this.byToken = byToken;
    this.openStep = openStep;
    this.accounts = accounts;
    this.judge = judge;
    this.record = record;
    this.clock = clock;
  }

  /** Refused when the proofs are not enough even with people. */
  public RecoveryAnswer ask(Secret recoveryToken, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    return byToken
        .lockWithAccount(recoveryToken)
        .map(
            recovery ->
                openStep
                    .withFirstProof(recovery, origin, now)
                    .orElseGet(() -> ask(recovery, origin, now)))
        .orElseGet(
            () ->
                record.refuseUnknown(
                    AuditCode.RECOVERY_APPROVAL_NEEDED, Actor.anonymous(), origin));
  }

  private RecoveryAnswer ask(Recovery recovery, Origin origin, Instant now) {
    Optional<Account> owner = recovery.details().account().flatMap(accounts::find);
    return owner
        .filter(account -> recovery instanceof Recovery.Proving)
        .map(
            account ->
                judge.judgeWithPeople((Recovery.Proving) recovery, account, origin, now).status())
        .filter(status -> status != RecoveryStatus.PROVING)
        .<RecoveryAnswer>map(RecoveryAnswer.Done::new)
        .orElseGet(
            () ->
                record.refuse(
                    recovery, AuditCode.RECOVERY_APPROVAL_NEEDED, origin, RecoveryRefusal.NOT_NOW));
  }
}

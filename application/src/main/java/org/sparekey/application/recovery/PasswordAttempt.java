package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.PasswordRepository;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** The two transactions around the hash of a password that is given as a proof. */
@Step
@Transactional(Transactional.TxType.REQUIRES_NEW)
class PasswordAttempt {

  private final RecoveryByToken byToken;
  private final OpenStep openStep;
  private final AccountRepository accounts;
  private final PasswordRepository passwords;
  private final AttemptGate gate;
  private final Proofs proofs;
  private final JudgeProofs judge;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  PasswordAttempt(
      RecoveryByToken byToken,
      OpenStep openStep,
      AccountRepository accounts,
      PasswordRepository passwords,
      AttemptGate gate,
      Proofs proofs,
      JudgeProofs judge,
      RecoveryRecord record,
      InstantSource clock) {
    this.byToken = byToken;
    this.openStep = openStep;
    this.accounts = accounts;
    this.passwords = passwords;
    this.gate = gate;
    this.proofs = proofs;
    this.judge = judge;
    this.record = record;
    this.clock = clock;
  }

  /** Counts the attempt and says what it is to be matched with. */
  HashLeave reserve(Secret token, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    return byToken
        .lockWithAccount(token)
        .map(
            recovery ->
                openStep
                    .hearing(recovery, EvidenceKind.PASSWORD, origin, now)
                    .or(() -> givenBefore(recovery))
                    .or(
                        () ->
                            gate.enter(
                                recovery,
                                ThrottledMethod.RECOVERY_PASSWORD,
                                EvidenceKind.PASSWORD,
                                origin,
                                now))
                    .<HashLeave>map(HashLeave.Answered::new)
                    .orElseGet(() -> new HashLeave.Granted(hashOf(recovery))))
        .orElseGet(
            () ->
                new HashLeave.Answered(
                    record.refuseUnknown(AuditCode.RECOVERY_EVIDENCE, Actor.anonymous(), origin)));
  }

  /** Writes what came of it. A password that was changed in between does not count. */
  RecoveryAnswer settle(Secret token, String hash, boolean right, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Recovery recovery = byToken.lockWithAccount(token).orElseThrow();
    Optional<RecoveryAnswer> closed =
        openStep.hearing(recovery, EvidenceKind.PASSWORD, origin, now);
    if (closed.isPresent()) {
      return closed.get();
    }
    Recovery.Hearing open = (Recovery.Hearing) recovery;
    Optional<Account> owner = recovery.details().account().flatMap(accounts::find);
    return owner
        .filter(account -> right && hashOf(recovery).filter(hash::equals).isPresent())
        .map(account -> proved(open, account, origin, now))
        .orElseGet(() -> failed(open, RecoveryRefusal.PASSWORD_WRONG.code(), origin, now));
  }

  /** Writes a failure that nothing could have prevented. */
  RecoveryAnswer settleDecoy(Secret token, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Recovery recovery = byToken.lockWithAccount(token).orElseThrow();
    return openStep
        .hearing(recovery, EvidenceKind.PASSWORD, origin, now)
        .orElseGet(
            () ->
                failed(
                    (Recovery.Hearing) recovery,
                    recovery.details().decoy() ? RecoveryRecord.UNKNOWN_NAME : "no-password",
                    origin,
                    now));
  }

  private RecoveryAnswer proved(Recovery.Hearing open, Account owner, Origin origin, Instant now) {
    gate.passed(open, ThrottledMethod.RECOVERY_PASSWORD);
    record.write(
        record
            .byBrowser(open, AuditCode.RECOVERY_EVIDENCE, origin)
            .with(EvidenceKind.PASSWORD.code()));
    Recovery.Hearing proving = open.prove(proofs.password(owner, now));
    return new RecoveryAnswer.Done(judge.judge(proving, owner, origin, now).status());
  }

  private RecoveryAnswer failed(Recovery.Hearing open, String logged, Origin origin, Instant now) {
    return gate.failed(
        open, EvidenceKind.PASSWORD, origin, RecoveryRefusal.PASSWORD_WRONG, logged, now);
  }

  /** A second click, or a second tab. */
  private static Optional<RecoveryAnswer> givenBefore(Recovery recovery) {
    return recovery.evidence().stream()
        .filter(proof -> proof.kind() == EvidenceKind.PASSWORD)
        .findFirst()
        .map(proof -> new RecoveryAnswer.Done(RecoveryStatus.PROVING));
  }

  private Optional<String> hashOf(Recovery recovery) {
    return recovery.details().account().flatMap(passwords::find).map(StoredPassword::hash);
  }
}

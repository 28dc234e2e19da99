package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.RecoveryCodeRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recoverycode.CodeSheet;
import org.sparekey.domain.recoverycode.RecoveryCode;
import org.sparekey.domain.recoverycode.SavedCode;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** The two transactions around the hash of a recovery code that is given as a proof. */
@Step
@Transactional(Transactional.TxType.REQUIRES_NEW)
class RecoveryCodeAttempt {

  private final RecoveryByToken byToken;
  private final OpenStep openStep;
  private final AccountRepository accounts;
  private final RecoveryCodeRepository codes;
  private final AttemptGate gate;
  private final Proofs proofs;
  private final JudgeProofs judge;
  private final Notices notices;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  RecoveryCodeAttempt(
      RecoveryByToken byToken,
      OpenStep openStep,
      AccountRepository accounts,
      RecoveryCodeRepository codes,
      AttemptGate gate,
      Proofs proofs,
      JudgeProofs judge,
      Notices notices,
      RecoveryRecord record,
      InstantSource clock) {
    this.byToken = byToken;
    this.openStep = openStep;
    this.accounts = accounts;
    this.codes = codes;
    this.gate = gate;
    this.proofs = proofs;
    this.judge = judge;
    this.notices = notices;
    this.record = record;
    this.clock = clock;
  }

  /**
   * Counts the attempt and says what it is to be matched with.
   *
   * @param code empty when no code looks like what was typed: that counts as no attempt, whoever
   *     asks
   */
  HashLeave reserve(Secret token, Optional<RecoveryCode> code, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    return byToken
        .lockWithAccount(token)
        .map(
            recovery ->
                openStep
                    .hearing(recovery, EvidenceKind.RECOVERY_CODE, origin, now)
                    .or(() -> givenBefore(recovery))
                    .or(() -> malformed(recovery, code, origin))
                    .or(
                        () ->
                            gate.enter(
                                recovery,
                                ThrottledMethod.RECOVERY_CODE,
                                EvidenceKind.RECOVERY_CODE,
                                origin,
                                now))
                    .<HashLeave>map(HashLeave.Answered::new)
                    .orElseGet(
                        () ->
                            new HashLeave.Granted(
                                candidate(recovery, code.orElseThrow()).flatMap(SavedCode::hash))))
        .orElseGet(
            () ->
                new HashLeave.Answered(
                    record.refuseUnknown(AuditCode.RECOVERY_EVIDENCE, Actor.anonymous(), origin)));
  }

  /** Spends the code when it was right. One that was used or replaced in between does not count. */
  RecoveryAnswer settle(
      Secret token, RecoveryCode code, String hash, boolean right, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Recovery recovery = byToken.lockWithAccount(token).orElseThrow();
    Optional<RecoveryAnswer> closed =
        openStep
            .hearing(recovery, EvidenceKind.RECOVERY_CODE, origin, now)
            .or(() -> givenBefore(recovery));
    if (closed.isPresent()) {
      return closed.get();
    }
    Recovery.Hearing open = (Recovery.Hearing) recovery;
    Optional<Account> owner = recovery.details().account().flatMap(accounts::find);
    Optional<SavedCode> spent =
        candidate(recovery, code)
            .filter(saved -> right && saved.hash().filter(hash::equals).isPresent())
            .filter(saved -> codes.spend(saved.id(), now));
    return owner
        .flatMap(account -> spent.map(saved -> proved(open, account, saved, origin, now)))
        .orElseGet(() -> failed(open, RecoveryRefusal.SAVED_CODE_WRONG.code(), origin, now));
  }

  /** Writes a failure that nothing could have prevented. */
  RecoveryAnswer settleDecoy(Secret token, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Recovery recovery = byToken.lockWithAccount(token).orElseThrow();
    return openStep
        .hearing(recovery, EvidenceKind.RECOVERY_CODE, origin, now)
        .orElseGet(
            () ->
                failed(
                    (Recovery.Hearing) recovery,
                    recovery.details().decoy() ? RecoveryRecord.UNKNOWN_NAME : "no-such-code",
                    origin,
                    now));
  }

  private RecoveryAnswer proved(
      Recovery.Hearing open, Account owner, SavedCode spent, Origin origin, Instant now) {
    gate.passed(open, ThrottledMethod.RECOVERY_CODE);
    CodeSheet sheet = codes.inForce(owner.id()).orElseThrow();
    record.write(
        record
            .byBrowser(open, AuditCode.RECOVERY_CODES_SPENT, origin)
            .with("batch " + sheet.batch().number() + " code " + spent.number()));
    record.write(
        record
            .byBrowser(open, AuditCode.RECOVERY_EVIDENCE, origin)
            .with(EvidenceKind.RECOVERY_CODE.code()));
    notices.tellOwner(
        owner,
        NoticeKind.RECOVERY_CODE_USED,
        Map.of(
            "batch", Integer.toString(sheet.batch().number()),
            "number", Integer.toString(spent.number()),
            "left", Integer.toString(sheet.left())),
        origin);
    Recovery.Hearing proving = open.prove(proofs.recoveryCode(now));
    return new RecoveryAnswer.Done(judge.judge(proving, owner, origin, now).status());
  }

  private RecoveryAnswer failed(Recovery.Hearing open, String logged, Origin origin, Instant now) {
    return gate.failed(
        open, EvidenceKind.RECOVERY_CODE, origin, RecoveryRefusal.SAVED_CODE_WRONG, logged, now);
  }

  private Optional<RecoveryAnswer> malformed(
      Recovery recovery, Optional<RecoveryCode> code, Origin origin) {
    return code.isPresent()
        ? Optional.empty()
        : Optional.of(
            gate.refuse(
                recovery,
                EvidenceKind.RECOVERY_CODE,
                origin,
                RecoveryRefusal.SAVED_CODE_MALFORMED,
                Optional.empty()));
  }

  /** A second click, or a second tab: another code is not used up for the same proof. */
  private static Optional<RecoveryAnswer> givenBefore(Recovery recovery) {
    return recovery.evidence().stream()
        .filter(proof -> proof.kind() == EvidenceKind.RECOVERY_CODE)
        .findFirst()
        .map(proof -> new RecoveryAnswer.Done(recovery.status()));
  }

  private Optional<SavedCode> candidate(Recovery recovery, RecoveryCode code) {
    return recovery
        .details()
        .account()
        .flatMap(codes::inForce)
        .flatMap(sheet -> sheet.candidate(code));
  }
}

package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.MailedCodes;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.policy.DistinctChannels;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Takes a mailed code as a proof, typed in the browser that started (attacks row 17). It is good
 * for this recovery only (row 24), once (row 11), and shows which mailbox was read.
 */
@UseCase
public class ProveByMailedCode {

  private final RecoveryByToken byToken;
  private final OpenStep openStep;
  private final AccountRepository accounts;
  private final MailedCodes mailedCodes;
  private final AttemptGate gate;
  private final Proofs proofs;
  private final JudgeProofs judge;
  private final SiteSettings site;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  ProveByMailedCode(
      RecoveryByToken byToken,
      OpenStep openStep,
      AccountRepository accounts,
      MailedCodes mailedCodes,
      AttemptGate gate,
      Proofs proofs,
      JudgeProofs judge,
      SiteSettings site,
      RecoveryRecord record,
      InstantSource clock) {
    this.byToken = byToken;
    this.openStep = openStep;
    this.accounts = accounts;
    this.mailedCodes = mailedCodes;
    this.gate = gate;
    this.proofs = proofs;
    this.judge = judge;
    this.site = site;
    this.record = record;
    this.clock = clock;
  }

  /**
   * Refused when the code is not one that was mailed last for this recovery, is used, or is too
   * old.
   *
   * @param code as it was typed; blanks and hyphens do not matter
   */
  public RecoveryAnswer prove(Secret recoveryToken, String code, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    return byToken
        .lockWithAccount(recoveryToken)
        .map(recovery -> prove(recovery, code, origin, now))
        .orElseGet(
            () -> record.refuseUnknown(AuditCode.RECOVERY_EVIDENCE, Actor.anonymous(), origin));
  }

  private RecoveryAnswer prove(Recovery recovery, String typed, Origin origin, Instant now) {
    Optional<Secret> code = mailedCodes.read(typed);
    return openStep
        .hearing(recovery, EvidenceKind.MAILED_CODE, origin, now)
        .or(() -> givenBefore(recovery))
        .or(() -> unheard(recovery, code, origin, now))
        .or(
            () ->
                gate.enter(
                    recovery, ThrottledMethod.MAILED_CODE, EvidenceKind.MAILED_CODE, origin, now))
        .orElseGet(() -> match((Recovery.Hearing) recovery, code.orElseThrow(), origin, now));
  }

  /** What is refused without counting as an attempt; the same for a decoy. */
  private Optional<RecoveryAnswer> unheard(
      Recovery recovery, Optional<Secret> code, Origin origin, Instant now) {
    Optional<Instant> sent = recovery.details().codeSentAt();
    Optional<RecoveryRefusal> reason =
        code.isEmpty()
            ? Optional.of(RecoveryRefusal.CODE_MALFORMED)
            : sent.isEmpty()
                ? Optional.of(RecoveryRefusal.CODE_NOT_SENT)
                : sent.filter(at -> now.isBefore(at.plus(SendRecoveryCode.validity(site))))
                        .isPresent()
                    ? Optional.empty()
                    : Optional.of(RecoveryRefusal.CODE_EXPIRED);
    return reason.map(
        refusal ->
            gate.refuse(recovery, EvidenceKind.MAILED_CODE, origin, refusal, Optional.empty()));
  }

  private RecoveryAnswer match(Recovery.Hearing open, Secret code, Origin origin, Instant now) {
    Optional<Account> owner = open.details().account().flatMap(accounts::find);
    Optional<IssuedCode> found =
        mailedCodes
            .find(
                CodePurpose.RECOVERY, SendRecoveryCode.flow(open), open.details().subjectId(), code)
            .filter(issued -> proofs.stillUsable(issued.account(), issued.contactPoint()))
            .filter(mailedCodes::spend);
    return owner
        .flatMap(account -> found.map(issued -> proved(open, account, issued, origin, now)))
        .orElseGet(
            () ->
                gate.failed(
                    open,
                    EvidenceKind.MAILED_CODE,
                    origin,
                    RecoveryRefusal.CODE_WRONG,
                    owner.isPresent()
                        ? RecoveryRefusal.CODE_WRONG.code()
                        : RecoveryRecord.UNKNOWN_NAME,
                    now));
  }

  private RecoveryAnswer proved(
      Recovery.Hearing open, Account owner, IssuedCode issued, Origin origin, Instant now) {
    gate.passed(open, ThrottledMethod.MAILED_CODE);
    record.write(
        record
            .byBrowser(open, AuditCode.RECOVERY_EVIDENCE, origin)
            .with(EvidenceKind.MAILED_CODE.code()));
    Recovery.Hearing proving = open.prove(proofs.mailedCode(issued.contactPoint(), now));
    return new RecoveryAnswer.Done(judge.judge(proving, owner, origin, now).status());
  }

  /**
   * A second click, or a second tab: the proof stands. Another mailbox's code is heard only where
   * the first mailbox gives the other proof as well.
   */
  private static Optional<RecoveryAnswer> givenBefore(Recovery recovery) {
    return recovery.evidence().stream()
        .filter(proof -> proof.kind() == EvidenceKind.MAILED_CODE)
        .filter(proof -> DistinctChannels.hold(recovery.evidence()))
        .findFirst()
        .map(proof -> new RecoveryAnswer.Done(recovery.status()));
  }
}

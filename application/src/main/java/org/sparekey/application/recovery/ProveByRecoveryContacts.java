package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.MailedCodes;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.VouchingRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.policy.DistinctChannels;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.recoverycontact.Vouching;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryContactId;
import org.sparekey.domain.shared.Secret;

/**
 * Takes a code that a recovery contact read out, typed in the browser that started (attacks row
 * 17). It is good for this recovery and this person only (row 24), once (row 11). When as many
 * people have vouched as the policy asks for, that is the proof; before, it is none (row 30).
 */
@UseCase
public class ProveByRecoveryContacts {

  private final RecoveryByToken byToken;
  private final OpenStep openStep;
  private final RecoveryRepository recoveries;
  private final VouchingRepository vouchings;
  private final AccountRepository accounts;
  private final Vouchers vouchers;
  private final VouchingCodes codes;
  private final MailedCodes typing;
  private final AttemptGate gate;
  private final JudgeProofs judge;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  ProveByRecoveryContacts(
      RecoveryByToken byToken,
      OpenStep openStep,
      RecoveryRepository recoveries,
      VouchingRepository vouchings,
      AccountRepository accounts,
      Vouchers vouchers,
      VouchingCodes codes,
      MailedCodes typing,
      AttemptGate gate,
      JudgeProofs judge,
      RecoveryRecord record,
      InstantSource clock) {
    this.byToken = byToken;
    this.openStep = openStep;
    this.recoveries = recoveries;
    this.vouchings = vouchings;
    this.accounts = accounts;
    this.vouchers = vouchers;
    this.codes = codes;
    this.typing = typing;
    this.gate = gate;
    this.judge = judge;
    this.record = record;
    this.clock = clock;
  }

  /**
   * Refused when the code is none that a contact was shown last for this recovery, is used, or is
   * too old.
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
    Optional<Secret> code = typing.read(typed);
    return openStep
        .hearing(recovery, EvidenceKind.RECOVERY_CONTACTS, origin, now)
        .or(() -> givenBefore(recovery))
        .or(() -> unheard(recovery, code, origin))
        .or(
            () ->
                gate.enter(
                    recovery,
                    ThrottledMethod.RECOVERY_CONTACT,
                    EvidenceKind.RECOVERY_CONTACTS,
                    origin,
                    now))
        .orElseGet(() -> match((Recovery.Hearing) recovery, code.orElseThrow(), origin, now));
  }

  /** What is refused without counting as an attempt; a decoy never comes beyond the first. */
  private Optional<RecoveryAnswer> unheard(
      Recovery recovery, Optional<Secret> code, Origin origin) {
    Optional<RecoveryRefusal> reason =
        !Vouchers.otherProof(recovery)
            ? Optional.of(RecoveryRefusal.CONTACTS_PROOF_FIRST)
            : code.isEmpty()
                ? Optional.of(RecoveryRefusal.CODE_MALFORMED)
                : vouchings.ofRecovery(recovery.id()).isEmpty()
                    ? Optional.of(RecoveryRefusal.CONTACTS_NOT_ASKED)
                    : Optional.empty();
    return reason.map(
        refusal ->
            gate.refuse(
                recovery, EvidenceKind.RECOVERY_CONTACTS, origin, refusal, Optional.empty()));
  }

  private RecoveryAnswer match(Recovery.Hearing open, Secret code, Origin origin, Instant now) {
    Optional<Account> owner = open.details().account().flatMap(accounts::find);
    Set<RecoveryContactId> usable =
        vouchers.usable(open.details(), now).stream()
            .map(RecoveryContact::id)
            .collect(Collectors.toSet());
    List<Vouching.Vouched> shown =
        vouchings.ofRecovery(open.id()).stream()
            .filter(Vouching.Vouched.class::isInstance)
            .map(Vouching.Vouched.class::cast)
            .filter(vouched -> usable.contains(vouched.contact()))
            .toList();
    return owner
        .filter(
            account ->
                shown.stream()
                    .filter(vouched -> codes.matches(open.details(), vouched, code))
                    .anyMatch(vouched -> vouchings.count(vouched, now)))
        .map(account -> counted(open, account, origin, now))
        .orElseGet(
            () ->
                gate.failed(
                    open,
                    EvidenceKind.RECOVERY_CONTACTS,
                    origin,
                    RecoveryRefusal.CONTACT_CODE_WRONG,
                    RecoveryRefusal.CONTACT_CODE_WRONG.code(),
                    now));
  }

  private RecoveryAnswer counted(Recovery.Hearing open, Account owner, Origin origin, Instant now) {
    gate.passed(open, ThrottledMethod.RECOVERY_CONTACT);
    Set<RecoveryContactId> people = vouchers.counted(open, now);
    int needed =
        vouchers.rules(open.details()).map(PolicyRules.Contacts::needed).orElse(Integer.MAX_VALUE);
    record.write(
        record
            .byBrowser(open, AuditCode.RECOVERY_CONTACT_COUNTED, origin)
            .with("vouched " + people.size() + " needed " + needed));
    if (people.size() < needed) {
      recoveries.save(open);
      return new RecoveryAnswer.Done(open.status());
    }
    record.write(
        record
            .byBrowser(open, AuditCode.RECOVERY_EVIDENCE, origin)
            .with(EvidenceKind.RECOVERY_CONTACTS.code()));
    Recovery.Hearing proving = open.prove(Vouchers.evidence(people, now));
    return new RecoveryAnswer.Done(judge.judge(proving, owner, origin, now).status());
  }

  /** A second click, or a second tab: the proof stands. */
  private Optional<RecoveryAnswer> givenBefore(Recovery recovery) {
    return recovery.evidence().stream()
        .filter(proof -> proof.kind() == EvidenceKind.RECOVERY_CONTACTS)
        .filter(proof -> vouchers.enough(proof, recovery.details()))
        .filter(proof -> DistinctChannels.hold(recovery.evidence()))
        .findFirst()
        .map(proof -> new RecoveryAnswer.Done(recovery.status()));
  }
}

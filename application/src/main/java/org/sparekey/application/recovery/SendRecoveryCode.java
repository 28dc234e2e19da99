package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.MailedCodes;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.IssuedCodeRepository;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.port.RateLimits;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Mails a code to every mailbox that a recovery may use, to each its own: the one that is typed
 * says which mailbox was read. Codes that were mailed before for this recovery end; failures that
 * were counted before do not (attacks row 13). Whether there is an account and a mailbox at all
 * cannot be seen (row 16).
 */
@UseCase
public class SendRecoveryCode {

  private final RecoveryByToken byToken;
  private final OpenStep openStep;
  private final RecoveryRepository recoveries;
  private final AccountRepository accounts;
  private final IssuedCodeRepository codes;
  private final MailedCodes mailedCodes;
  private final Proofs proofs;
  private final RateLimits limits;
  private final ProofBudget budget;
  private final SiteSettings site;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  SendRecoveryCode(
      RecoveryByToken byToken,
      OpenStep openStep,
      RecoveryRepository recoveries,
      AccountRepository accounts,
      IssuedCodeRepository codes,
      MailedCodes mailedCodes,
      Proofs proofs,
      RateLimits limits,
      ProofBudget budget,
      SiteSettings site,
      RecoveryRecord record,
      InstantSource clock) {
    this.byToken = byToken;
    this.openStep = openStep;
    this.recoveries = recoveries;
    this.accounts = accounts;
    this.codes = codes;
    this.mailedCodes = mailedCodes;
    this.proofs = proofs;
    this.limits = limits;
    this.budget = budget;
    this.site = site;
    this.record = record;
    this.clock = clock;
  }

  /** Refused only for too many mails, or when no code is wanted now. */
  public RecoveryAnswer send(Secret recoveryToken, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    return byToken
        .lock(recoveryToken)
        .map(recovery -> send(recovery, origin, now))
        .orElseGet(
            () -> record.refuseUnknown(AuditCode.RECOVERY_CODE_SENT, Actor.anonymous(), origin));
  }

  private RecoveryAnswer send(Recovery recovery, Origin origin, Instant now) {
    Optional<RecoveryAnswer> closed =
        openStep.hearing(recovery, EvidenceKind.MAILED_CODE, origin, now);
    if (closed.isPresent()) {
      return closed.get();
    }
    if (!budget.mayRequest(origin)) {
      return record.refuse(
          recovery, AuditCode.RECOVERY_CODE_SENT, origin, RecoveryRefusal.TOO_MANY_REQUESTS);
    }
    if (!limits.trySpend(RateLimit.MAILS_BY_ACCOUNT, budgetOf(recovery))) {
      return record.refuse(
          recovery, AuditCode.RECOVERY_CODE_SENT, origin, RecoveryRefusal.TOO_MANY_MAILS);
    }
    recoveries.save(((Recovery.Hearing) recovery).codeSent(now));
    AccountId subject = recovery.details().subjectId();
    Optional<Account> owner = accounts.find(subject);
    codes
        .open(CodePurpose.RECOVERY, flow(recovery), subject, now)
        .forEach(older -> codes.spend(older.id(), now));
    List<ContactPoint> mailboxes = proofs.usableMailboxes(subject, now);
    if (owner.isPresent() && !mailboxes.isEmpty()) {
      mail(recovery, owner.get(), mailboxes, origin);
    } else {
      mailNobody(
          recovery, owner.isPresent() ? "no-usable-mailbox" : RecoveryRecord.UNKNOWN_NAME, origin);
    }
    return new RecoveryAnswer.Done(recovery.status());
  }

  private void mail(Recovery recovery, Account owner, List<ContactPoint> mailboxes, Origin origin) {
    mailboxes.forEach(
        mailbox ->
            mailedCodes.send(
                owner, mailbox, CodePurpose.RECOVERY, flow(recovery), validity(site), origin));
    record.write(
        record
            .byBrowser(recovery, AuditCode.RECOVERY_CODE_SENT, origin)
            .with("mailboxes " + mailboxes.size()));
  }

  private void mailNobody(Recovery recovery, String reason, Origin origin) {
    mailedCodes.sendDecoy(
        recovery.details().subjectId(),
        Locale.ENGLISH,
        CodePurpose.RECOVERY,
        flow(recovery),
        validity(site),
        origin);
    AuditDraft fact = record.byBrowser(recovery, AuditCode.RECOVERY_CODE_SENT, origin);
    record.write(fact.refused(reason));
  }

  /** What a code is bound to. */
  static String flow(Recovery recovery) {
    return recovery.id().toString();
  }

  /** How long a code is good: as configured, and no longer than NIST §4.2.1.2 allows. */
  static Duration validity(SiteSettings site) {
    Duration configured = site.mailedCodeValidity();
    return configured.compareTo(IssuedCode.LONGEST_BY_MAIL) > 0
        ? IssuedCode.LONGEST_BY_MAIL
        : configured;
  }

  /** Strangers who ask for mails do not use up those of the owner's everyday browser. */
  private static String budgetOf(Recovery recovery) {
    return recovery.details().subject()
        + recovery.details().browser().map((BrowserId browser) -> "/" + browser).orElse("");
  }
}

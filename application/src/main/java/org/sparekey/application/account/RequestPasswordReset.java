package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.MailedCodes;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.port.RateLimits;
import org.sparekey.application.signin.AccountByName;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.challenge.CodePurpose;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Mails a code for a password reset. The answer is the same whatever the name; asking locks nothing
 * (attacks rows 15 and 16).
 */
@UseCase
public class RequestPasswordReset {

  /** How long the code is good. */
  public static final Duration VALIDITY = Duration.ofMinutes(30);

  private final AccountByName byName;
  private final ContactPointRepository contacts;
  private final MailedCodes codes;
  private final ResetFlow flows;
  private final ProofBudget budget;
  private final RateLimits limits;
  private final AuditLog audit;
  private final InstantSource clock;

  @Inject
  public RequestPasswordReset(
      AccountByName byName,
      ContactPointRepository contacts,
      MailedCodes codes,
      ResetFlow flows,
      ProofBudget budget,
      RateLimits limits,
      AuditLog audit,
      InstantSource clock) {
    this.byName = byName;
    this.contacts = contacts;
    this.codes = codes;
    this.flows = flows;
    this.budget = budget;
    this.limits = limits;
    this.audit = audit;
    this.clock = clock;
  }

  /** The token goes into a cookie of the browser that asked: only it can go on. */
  public ResetRequest request(String typed, Origin origin) {
    if (!budget.mayRequest(origin)) {
      audit.record(draft(origin).refused(AccountRefusal.SOURCE_EXHAUSTED.code()));
      return new ResetRequest.Refused(AccountRefusal.SOURCE_EXHAUSTED);
    }
    AccountByName.Named named = byName.find(typed);
    Optional<Account> account = named.account();
    AccountId id = named.subject();
    Secret token = flows.begin(id);
    boolean mayMail = limits.trySpend(RateLimit.MAILS_BY_ACCOUNT, id.toString());
    List<ContactPoint> mailboxes = mailboxes(id);
    String flow = flows.name(token);
    if (account.isPresent() && mayMail && !mailboxes.isEmpty()) {
      mailboxes.forEach(
          to -> codes.send(account.get(), to, CodePurpose.PASSWORD_RESET, flow, VALIDITY, origin));
    } else {
      codes.sendDecoy(id, Locale.ENGLISH, CodePurpose.PASSWORD_RESET, flow, VALIDITY, origin);
    }
    audit.record(
        account
            .map(
                known ->
                    draft(origin)
                        .about(known.id(), known.organisation())
                        .with(mayMail ? "codes:" + mailboxes.size() : "no-more-mails"))
            .orElseGet(() -> draft(origin).with("unknown-name")));
    return new ResetRequest.Requested(token);
  }

  private List<ContactPoint> mailboxes(AccountId account) {
    Instant now = clock.instant();
    return contacts.ofAccount(account).stream()
        .filter(contact -> contact.kind() == ContactPoint.Kind.EMAIL)
        .filter(contact -> contact.usableForRecovery(now))
        .toList();
  }

  private static AuditDraft draft(Origin origin) {
    return AuditDraft.of(AuditCode.PASSWORD_RESET_REQUESTED, Actor.anonymous(), origin);
  }
}

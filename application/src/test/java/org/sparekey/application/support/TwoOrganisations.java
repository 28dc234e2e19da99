package org.sparekey.application.support;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.SessionId;

/** Two organisations with people of every kind: what one may see, the other may not. */
public final class TwoOrganisations {

  public static final Origin ORIGIN = new Origin("192.0.2.7", "Browser/1.0", Optional.empty());

  public final Memory memory = new Memory();
  public final Organisation ours = organisation("Ours");
  public final Organisation theirs = organisation("Theirs");
  public final Account owner = account("jane.doe@example.org", "Jane Doe", ours);
  public final Account foreigner = account("jane.roe@example.net", "Jane Roe", theirs);
  public final SessionView support = staff("sam", ours, StaffRole.SUPPORT);
  public final SessionView compliance = staff("cora", ours, StaffRole.COMPLIANCE);
  public final SessionView administrator = staff("ada", ours, StaffRole.ADMINISTRATOR);
  public final SessionView nobody = session(owner, Session.Level.FULL, false);
  public final StaffAccess access = new StaffAccess(memory.audit);

  /** An account with a confirmed mail address that is its sign-in name. */
  public Account account(String name, String displayName, Organisation of) {
    Account account =
        new Account(
            new AccountId(memory.ids.next()),
            of.id(),
            SignInName.parse(name).orElseThrow(),
            displayName,
            Locale.ENGLISH,
            Set.of(),
            memory.clock.instant(),
            Optional.empty());
    memory.accounts.add(account);
    memory.contactPoints.add(
        new ContactPoint(
                new ContactPointId(memory.ids.next()),
                account.id(),
                ContactPoint.Kind.EMAIL,
                name,
                memory.clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())
            .confirmed(memory.clock.instant(), Duration.ZERO));
    return account;
  }

  public SessionView session(Account account, Session.Level level, boolean onProbation) {
    return new SessionView(
        new SessionId(memory.ids.next()),
        account.id(),
        account.organisation(),
        "Ours",
        level,
        account.signInName().value(),
        account.displayName(),
        account.language(),
        account.roles(),
        true,
        onProbation);
  }

  /** An entry about somebody, by the system. */
  public AuditEntry entry(AuditCode code, Account about) {
    return memory.audit.record(
        AuditDraft.of(code, Actor.system(), ORIGIN).about(about.id(), about.organisation()));
  }

  /** The entry that was recorded last. */
  public AuditEntry lastEntry() {
    return memory.audit.entries().get(memory.audit.entries().size() - 1);
  }

  /** An id that belongs to nothing. */
  public static AccountId unknownAccount() {
    return new AccountId(UUID.fromString("0192aaaa-0000-7000-8000-000000000000"));
  }

  private SessionView staff(String name, Organisation of, StaffRole role) {
    Account account =
        new Account(
            new AccountId(memory.ids.next()),
            of.id(),
            SignInName.parse(name).orElseThrow(),
            name,
            Locale.ENGLISH,
            Set.of(role),
            memory.clock.instant(),
            Optional.empty());
    memory.accounts.add(account);
    return session(account, Session.Level.FULL, false);
  }

  private Organisation organisation(String name) {
    Organisation organisation =
        new Organisation(
            new OrganisationId(memory.ids.next()),
            name,
            "standard",
            "standard",
            PasswordResetRule.MAILBOX_AND_FACTOR);
    memory.organisations.add(organisation);
    return organisation;
  }
}

package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.PasswordRepository;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.domain.shared.Origin;

/** Makes an account. Only Sparekey itself does so yet, at its first start. */
@UseCase
public class CreateAccount {

  private final AccountRepository accounts;
  private final PasswordRepository passwords;
  private final ContactPointRepository contacts;
  private final IdSource ids;
  private final AuditLog audit;

  @Inject
  public CreateAccount(
      AccountRepository accounts,
      PasswordRepository passwords,
      ContactPointRepository contacts,
      IdSource ids,
      AuditLog audit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.contacts = contacts;
    this.ids = ids;
    this.audit = audit;
  }

  /** The account; its sign-in name must be free. */
  public Account create(NewAccount wanted) {
    Account account =
        new Account(
            new AccountId(ids.next()),
            wanted.organisation(),
            wanted.signInName(),
            wanted.displayName(),
            wanted.language(),
            wanted.roles(),
            wanted.since(),
            Optional.empty());
    accounts.add(account);
    passwords.save(
        account.id(), new StoredPassword(wanted.passwordHash(), wanted.since(), Optional.empty()));
    for (NewAccount.Contact contact : wanted.contacts()) {
      contacts.add(
          new ContactPoint(
              new ContactPointId(ids.next()),
              account.id(),
              contact.kind(),
              contact.value(),
              wanted.since(),
              Optional.of(wanted.since()),
              Optional.of(wanted.since()),
              Optional.empty()));
    }
    audit.record(
        AuditDraft.of(AuditCode.ACCOUNT_CREATED, Actor.system(), Origin.internal())
            .about(account.id(), account.organisation()));
    return account;
  }
}

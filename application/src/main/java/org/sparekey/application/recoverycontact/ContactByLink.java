package org.sparekey.application.recoverycontact;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RecoveryContactRepository;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** Finds the person by the link in the invitation; nothing else leads there. */
@Step
class ContactByLink {

  private static final int LONGEST_TOKEN = 100;

  private final RecoveryContactRepository contacts;
  private final AccountRepository accounts;
  private final Macs macs;
  private final AuditLog audit;

  @Inject
  ContactByLink(
      RecoveryContactRepository contacts, AccountRepository accounts, Macs macs, AuditLog audit) {
    this.contacts = contacts;
    this.accounts = accounts;
    this.macs = macs;
    this.audit = audit;
  }

  /** To look at. */
  Optional<RecoveryContact> find(Secret link) {
    return link.length() > LONGEST_TOKEN
        ? Optional.empty()
        : contacts.findByLink(macs.fingerprint(link));
  }

  /** To change: the account is locked, then the person is looked for once more. */
  Optional<RecoveryContact> lock(Secret link) {
    return find(link)
        .flatMap(
            contact -> {
              accounts.lock(contact.details().account());
              return find(link);
            });
  }

  /** States that the person, who has no session, did it. */
  RecoveryContactChange done(AuditCode code, RecoveryContact contact, Origin origin) {
    audit.record(about(code, contact, origin));
    return RecoveryContactChange.made();
  }

  /** States that it was refused. */
  RecoveryContactChange refused(
      AuditCode code,
      Optional<RecoveryContact> contact,
      RecoveryContactRefusal reason,
      Origin origin) {
    AuditDraft fact =
        contact
            .map(known -> about(code, known, origin))
            .orElseGet(() -> AuditDraft.of(code, Actor.anonymous(), origin));
    audit.record(fact.refused(reason.code()));
    return RecoveryContactChange.refused(reason);
  }

  private AuditDraft about(AuditCode code, RecoveryContact contact, Origin origin) {
    AuditDraft fact = AuditDraft.of(code, Actor.anonymous(), origin);
    return accounts
        .find(contact.details().account())
        .map(account -> fact.about(account.id(), account.organisation()))
        .orElse(fact);
  }
}

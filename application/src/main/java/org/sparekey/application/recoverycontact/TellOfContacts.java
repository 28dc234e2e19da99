package org.sparekey.application.recoverycontact;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.ContactMailKind;
import org.sparekey.application.delivery.ContactMails;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.RecoveryContactRepository;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.shared.Origin;

/**
 * Tells the owner at every address, and the people who had said yes before, when one is added or
 * goes: whoever exchanges them behind the owner's back is seen by many (attacks row 30).
 */
@Step
class TellOfContacts {

  private final Notices notices;
  private final ContactMails mails;
  private final AccountRepository accounts;
  private final RecoveryContactRepository contacts;

  @Inject
  TellOfContacts(
      Notices notices,
      ContactMails mails,
      AccountRepository accounts,
      RecoveryContactRepository contacts) {
    this.notices = notices;
    this.mails = mails;
    this.accounts = accounts;
    this.contacts = contacts;
  }

  /**
   * The owner.
   *
   * @param origin from where the owner did it; internal when the contact did: the owner learns
   *     nothing of where that person is
   */
  void owner(RecoveryContact contact, NoticeKind kind, Origin origin) {
    accounts
        .find(contact.details().account())
        .ifPresent(
            account ->
                notices.tellOwner(
                    account, kind, Map.of("person", contact.details().name().value()), origin));
  }

  /** All others who have said yes; none learns who it is. */
  void others(RecoveryContact contact, ContactMailKind kind) {
    contacts.ofAccount(contact.details().account()).stream()
        .filter(RecoveryContact.Accepted.class::isInstance)
        .filter(other -> !other.id().equals(contact.id()))
        .forEach(other -> mails.send(other.details(), kind, Map.of(), Optional.empty()));
  }

  /** The person who is taken off the list. */
  void removed(RecoveryContact contact) {
    mails.send(contact.details(), ContactMailKind.REMOVED, Map.of(), Optional.empty());
  }
}

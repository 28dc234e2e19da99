package org.sparekey.application;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.RecoveryContactRepository;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.shared.AccountId;

/** The recovery contacts of an owner who could vouch now. */
@Step
public class PeopleWhoMayVouch {

  private final RecoveryContactRepository contacts;
  private final ContactPointRepository addresses;

  @Inject
  public PeopleWhoMayVouch(RecoveryContactRepository contacts, ContactPointRepository addresses) {
    this.contacts = contacts;
    this.addresses = addresses;
  }

  /**
   * Those of longest standing first: they agreed, have cooled off at {@code now} (attacks row 30),
   * and have a mailbox that is not the owner's own (row 2).
   */
  public List<RecoveryContact> of(AccountId owner, Instant now) {
    List<String> own =
        addresses.ofAccount(owner).stream()
            .filter(contact -> contact.kind() == ContactPoint.Kind.EMAIL)
            .filter(contact -> contact.removedAt().isEmpty() || contact.hearsNotices(now))
            .map(ContactPoint::value)
            .toList();
    return contacts.ofAccount(owner).stream()
        .filter(contact -> contact.mayVouch(now))
        .filter(contact -> own.stream().noneMatch(contact.details()::sharesMailboxWith))
        .map(RecoveryContact.Accepted.class::cast)
        .sorted(Comparator.comparing(RecoveryContact.Accepted::acceptedAt))
        .map(RecoveryContact.class::cast)
        .toList();
  }
}

package org.sparekey.application.recoverycontact;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.ContactMailKind;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.RecoveryContactRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.recoverycontact.RecoveryContactStatus;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryContactId;

/**
 * Takes somebody off the list. The person, the owner and the others who had said yes hear of it;
 * what the person vouched for in a recovery that is under way counts no more.
 */
@UseCase
public class RemoveRecoveryContact {

  private final OwnRecoveryContacts own;
  private final AccountRepository accounts;
  private final RecoveryContactRepository contacts;
  private final TellOfContacts tell;
  private final InstantSource clock;

  @Inject
  public RemoveRecoveryContact(
      OwnRecoveryContacts own,
      AccountRepository accounts,
      RecoveryContactRepository contacts,
      TellOfContacts tell,
      InstantSource clock) {
    this.own = own;
    this.accounts = accounts;
    this.contacts = contacts;
    this.tell = tell;
    this.clock = clock;
  }

  /** Refused for who is not on the list. */
  public RecoveryContactChange remove(SessionView view, RecoveryContactId id, Origin origin) {
    accounts.lock(view.account());
    Optional<RecoveryContactRefusal> guarded = own.guard(view);
    if (guarded.isPresent()) {
      return refused(view, guarded.get(), origin);
    }
    Optional<RecoveryContact.Listed> found = own.find(view, id);
    if (found.isEmpty()) {
      return refused(view, RecoveryContactRefusal.UNKNOWN_CONTACT, origin);
    }
    RecoveryContact.Listed contact = found.get();
    contacts.save(contact.remove(Moments.storable(clock.instant())));
    tell.owner(contact, NoticeKind.RECOVERY_CONTACT_REMOVED, origin);
    if (contact.takesPlace()) {
      tell.removed(contact);
    }
    if (contact.status() == RecoveryContactStatus.ACCEPTED) {
      tell.others(contact, ContactMailKind.OTHER_GONE);
    }
    own.done(AuditCode.RECOVERY_CONTACT_REMOVED, view, origin);
    return RecoveryContactChange.made();
  }

  private RecoveryContactChange refused(
      SessionView view, RecoveryContactRefusal reason, Origin origin) {
    own.refused(AuditCode.RECOVERY_CONTACT_REMOVED, view, reason, origin);
    return RecoveryContactChange.refused(reason);
  }
}

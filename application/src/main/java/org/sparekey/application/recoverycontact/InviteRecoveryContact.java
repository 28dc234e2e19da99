package org.sparekey.application.recoverycontact;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.MailAddresses;
import org.sparekey.application.port.RecoveryContactRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.recoverycontact.PersonName;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.recoverycontact.RecoveryContactDetails;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryContactId;
import org.sparekey.domain.shared.Secret;

/**
 * Invites somebody to vouch for the owner one day (NIST SP 800-63B-4 §4.2.1.3). The person learns
 * the name that the owner writes for the purpose, and nothing of the account. The owner hears of it
 * at every address: a thief would invite friends first (attacks row 30).
 */
@UseCase
public class InviteRecoveryContact {

  private final OwnRecoveryContacts own;
  private final ContactRules rules;
  private final AccountRepository accounts;
  private final ContactPointRepository addresses;
  private final RecoveryContactRepository contacts;
  private final MailAddresses reading;
  private final Invitations invitations;
  private final TellOfContacts tell;
  private final IdSource ids;
  private final InstantSource clock;

  @Inject
  public InviteRecoveryContact(
      OwnRecoveryContacts own,
      ContactRules rules,
      AccountRepository accounts,
      ContactPointRepository addresses,
      RecoveryContactRepository contacts,
      MailAddresses reading,
      Invitations invitations,
      TellOfContacts tell,
      IdSource ids,
      InstantSource clock) {
    this.own = own;
    this.rules = rules;
    this.accounts = accounts;
    this.addresses = addresses;
    this.contacts = contacts;
    this.reading = reading;
    this.invitations = invitations;
    this.tell = tell;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Reads what was typed and mails the invitation.
   *
   * @param name what the owner calls the person
   * @param asker by which name the person knows the owner
   */
  public InviteOutcome invite(
      SessionView view, String name, String address, String asker, Origin origin) {
    accounts.lock(view.account());
    Optional<RecoveryContactRefusal> guarded = own.guard(view);
    if (guarded.isPresent()) {
      return refused(view, guarded.get(), origin);
    }
    Optional<PersonName> person = PersonName.parse(name);
    if (person.isEmpty()) {
      return refused(view, RecoveryContactRefusal.BAD_NAME, origin);
    }
    Optional<String> mailbox = reading.canonical(address);
    if (mailbox.isEmpty()) {
      return refused(view, RecoveryContactRefusal.BAD_ADDRESS, origin);
    }
    Optional<PersonName> owner = PersonName.parse(asker);
    if (owner.isEmpty()) {
      return refused(view, RecoveryContactRefusal.BAD_ASKER, origin);
    }
    return refusal(view, mailbox.get())
        .map(reason -> refused(view, reason, origin))
        .orElseGet(() -> invite(view, person.get(), mailbox.get(), owner.get(), origin));
  }

  private Optional<RecoveryContactRefusal> refusal(SessionView view, String mailbox) {
    Optional<PolicyRules.Contacts> places = rules.contacts(view.account());
    if (places.isEmpty()) {
      return Optional.of(RecoveryContactRefusal.NOT_OFFERED);
    }
    if (isOwn(view, mailbox)) {
      return Optional.of(RecoveryContactRefusal.OWN_ADDRESS);
    }
    List<RecoveryContact.Listed> listed = own.listed(view.account());
    if (listed.stream().anyMatch(contact -> contact.details().sharesMailboxWith(mailbox))) {
      return Optional.of(RecoveryContactRefusal.ALREADY_LISTED);
    }
    if (OwnRecoveryContacts.full(listed, places.get().of())) {
      return Optional.of(RecoveryContactRefusal.FULL);
    }
    return invitations.mayInvite(view.account())
        ? Optional.empty()
        : Optional.of(RecoveryContactRefusal.TOO_MANY_INVITATIONS);
  }

  /** An address that is the owner's, or was lately, would make one channel two (attacks row 2). */
  private boolean isOwn(SessionView view, String mailbox) {
    Instant now = clock.instant();
    return RecoveryContactDetails.oneMailbox(view.signInName(), mailbox)
        || addresses.ofAccount(view.account()).stream()
            .filter(contact -> contact.kind() == ContactPoint.Kind.EMAIL)
            .filter(contact -> contact.removedAt().isEmpty() || contact.hearsNotices(now))
            .anyMatch(contact -> RecoveryContactDetails.oneMailbox(contact.value(), mailbox));
  }

  private InviteOutcome invite(
      SessionView view, PersonName name, String mailbox, PersonName asker, Origin origin) {
    Secret token = invitations.newToken();
    RecoveryContact.Invited invited =
        RecoveryContact.Invited.now(
            new RecoveryContactDetails(
                new RecoveryContactId(ids.next()),
                view.account(),
                name,
                mailbox,
                asker,
                view.language(),
                invitations.hash(token),
                Moments.storable(clock.instant())));
    contacts.add(invited);
    invitations.mail(invited, token);
    tell.owner(invited, NoticeKind.RECOVERY_CONTACT_INVITED, origin);
    own.done(AuditCode.RECOVERY_CONTACT_INVITED, view, origin);
    return new InviteOutcome.Invited(invited.id());
  }

  private InviteOutcome refused(SessionView view, RecoveryContactRefusal reason, Origin origin) {
    own.refused(AuditCode.RECOVERY_CONTACT_INVITED, view, reason, origin);
    return new InviteOutcome.Refused(reason);
  }
}

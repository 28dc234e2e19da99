package org.sparekey.application.recoverycontact;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.RecoveryContactRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryContactId;
import org.sparekey.domain.shared.Secret;

/**
 * Invites somebody once more who has not answered, or said no. The link of the mail before ends.
 */
@UseCase
public class InviteRecoveryContactAgain {

  private final OwnRecoveryContacts own;
  private final ContactRules rules;
  private final AccountRepository accounts;
  private final RecoveryContactRepository contacts;
  private final Invitations invitations;
  private final TellOfContacts tell;
  private final InstantSource clock;

  @Inject
  public InviteRecoveryContactAgain(
      OwnRecoveryContacts own,
      ContactRules rules,
      AccountRepository accounts,
      RecoveryContactRepository contacts,
      Invitations invitations,
      TellOfContacts tell,
      InstantSource clock) {
    this.own = own;
    this.rules = rules;
    this.accounts = accounts;
    this.contacts = contacts;
    this.invitations = invitations;
    this.tell = tell;
    this.clock = clock;
  }

  /** Refused for who has said yes, and for too many mails. */
  public RecoveryContactChange invite(SessionView view, RecoveryContactId id, Origin origin) {
    accounts.lock(view.account());
    Optional<RecoveryContactRefusal> guarded = own.guard(view);
    if (guarded.isPresent()) {
      return refused(view, guarded.get(), origin);
    }
    Optional<RecoveryContact.Listed> found = own.find(view, id);
    if (found.isEmpty()) {
      return refused(view, RecoveryContactRefusal.UNKNOWN_CONTACT, origin);
    }
    return found.get() instanceof RecoveryContact.Waiting waiting
        ? refusal(view, waiting)
            .map(reason -> refused(view, reason, origin))
            .orElseGet(() -> invite(view, waiting, origin))
        : refused(view, RecoveryContactRefusal.ALREADY_ACCEPTED, origin);
  }

  private Optional<RecoveryContactRefusal> refusal(
      SessionView view, RecoveryContact.Waiting waiting) {
    Optional<PolicyRules.Contacts> places = rules.contacts(view.account());
    if (places.isEmpty()) {
      return Optional.of(RecoveryContactRefusal.NOT_OFFERED);
    }
    List<RecoveryContact.Listed> others =
        own.listed(view.account()).stream()
            .filter(other -> !other.id().equals(waiting.id()))
            .toList();
    if (OwnRecoveryContacts.full(others, places.get().of())) {
      return Optional.of(RecoveryContactRefusal.FULL);
    }
    return invitations.mayInvite(view.account())
        ? Optional.empty()
        : Optional.of(RecoveryContactRefusal.TOO_MANY_INVITATIONS);
  }

  private RecoveryContactChange invite(
      SessionView view, RecoveryContact.Waiting waiting, Origin origin) {
    Secret token = invitations.newToken();
    RecoveryContact.Invited invited =
        waiting.inviteAgain(invitations.hash(token), Moments.storable(clock.instant()));
    contacts.save(invited);
    invitations.mail(invited, token);
    tell.owner(invited, NoticeKind.RECOVERY_CONTACT_INVITED, origin);
    own.done(AuditCode.RECOVERY_CONTACT_INVITED, view, origin);
    return RecoveryContactChange.made();
  }

  private RecoveryContactChange refused(
      SessionView view, RecoveryContactRefusal reason, Origin origin) {
    own.refused(AuditCode.RECOVERY_CONTACT_INVITED, view, reason, origin);
    return RecoveryContactChange.refused(reason);
  }
}

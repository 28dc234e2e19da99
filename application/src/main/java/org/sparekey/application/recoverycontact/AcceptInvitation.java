package org.sparekey.application.recoverycontact;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.ContactMailKind;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.RecoveryContactRepository;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * The invited person agrees. From now on the cooling off runs, in which the owner, told at every
 * address, and the other contacts can object (attacks row 30).
 */
@UseCase
public class AcceptInvitation {

  private final ContactByLink byLink;
  private final ContactRules rules;
  private final RecoveryContactRepository contacts;
  private final TellOfContacts tell;
  private final InstantSource clock;

  @Inject
  public AcceptInvitation(
      ContactByLink byLink,
      ContactRules rules,
      RecoveryContactRepository contacts,
      TellOfContacts tell,
      InstantSource clock) {
    this.byLink = byLink;
    this.rules = rules;
    this.contacts = contacts;
    this.tell = tell;
    this.clock = clock;
  }

  /** Done twice is done once. */
  public RecoveryContactChange accept(Secret link, Origin origin) {
    Optional<RecoveryContact> found = byLink.lock(link);
    if (found.isEmpty()) {
      return refused(found, RecoveryContactRefusal.UNKNOWN_INVITATION, origin);
    }
    if (found.get() instanceof RecoveryContact.Accepted) {
      return RecoveryContactChange.made();
    }
    Instant now = Moments.storable(clock.instant());
    return found
        .filter(RecoveryContact.Invited.class::isInstance)
        .map(RecoveryContact.Invited.class::cast)
        .flatMap(
            invited -> invited.accept(now, rules.of(invited.details().account()).contactCoolOff()))
        .map(accepted -> accepted(accepted, origin))
        .orElseGet(() -> refused(found, RecoveryContactRefusal.INVITATION_OVER, origin));
  }

  private RecoveryContactChange accepted(RecoveryContact.Accepted accepted, Origin origin) {
    contacts.save(accepted);
    tell.owner(accepted, NoticeKind.RECOVERY_CONTACT_ACCEPTED, Origin.internal());
    tell.others(accepted, ContactMailKind.OTHER_ADDED);
    return byLink.done(AuditCode.RECOVERY_CONTACT_ACCEPTED, accepted, origin);
  }

  private RecoveryContactChange refused(
      Optional<RecoveryContact> contact, RecoveryContactRefusal reason, Origin origin) {
    return byLink.refused(AuditCode.RECOVERY_CONTACT_ACCEPTED, contact, reason, origin);
  }
}

package org.sparekey.application.recoverycontact;

import jakarta.inject.Inject;
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
 * Who had agreed no longer wants to, by the link of the same mail. What the person vouched for in a
 * recovery that is under way counts no more.
 */
@UseCase
public class WithdrawAsContact {

  private final ContactByLink byLink;
  private final RecoveryContactRepository contacts;
  private final TellOfContacts tell;
  private final InstantSource clock;

  @Inject
  public WithdrawAsContact(
      ContactByLink byLink,
      RecoveryContactRepository contacts,
      TellOfContacts tell,
      InstantSource clock) {
    this.byLink = byLink;
    this.contacts = contacts;
    this.tell = tell;
    this.clock = clock;
  }

  /** Done twice is done once. */
  public RecoveryContactChange withdraw(Secret link, Origin origin) {
    Optional<RecoveryContact> found = byLink.lock(link);
    if (found.isPresent() && found.get() instanceof RecoveryContact.Accepted accepted) {
      contacts.save(accepted.withdraw(Moments.storable(clock.instant())));
      tell.owner(accepted, NoticeKind.RECOVERY_CONTACT_DECLINED, Origin.internal());
      tell.others(accepted, ContactMailKind.OTHER_GONE);
      return byLink.done(AuditCode.RECOVERY_CONTACT_WITHDRAWN, accepted, origin);
    }
    return found.filter(RecoveryContact.Declined.class::isInstance).isPresent()
        ? RecoveryContactChange.made()
        : byLink.refused(
            AuditCode.RECOVERY_CONTACT_WITHDRAWN,
            found,
            found.isPresent()
                ? RecoveryContactRefusal.INVITATION_OVER
                : RecoveryContactRefusal.UNKNOWN_INVITATION,
            origin);
  }
}

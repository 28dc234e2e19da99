package org.sparekey.application.recoverycontact;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.RecoveryContactRepository;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/** The invited person does not agree. */
@UseCase
public class DeclineInvitation {

  private final ContactByLink byLink;
  private final RecoveryContactRepository contacts;
  private final TellOfContacts tell;
  private final InstantSource clock;

  @Inject
  public DeclineInvitation(
      ContactByLink byLink,
      RecoveryContactRepository contacts,
      TellOfContacts tell,
      InstantSource clock) {
    this.byLink = byLink;
    this.contacts = contacts;
    this.tell = tell;
    this.clock = clock;
  }

  /** Done twice is done once; who has agreed before withdraws, see {@link WithdrawAsContact}. */
  public RecoveryContactChange decline(Secret link, Origin origin) {
    Optional<RecoveryContact> found = byLink.lock(link);
    if (found.isPresent() && found.get() instanceof RecoveryContact.Invited invited) {
      Instant now = Moments.storable(clock.instant());
      contacts.save(invited.decline(now));
      tell.owner(invited, NoticeKind.RECOVERY_CONTACT_DECLINED, Origin.internal());
      return byLink.done(AuditCode.RECOVERY_CONTACT_DECLINED, invited, origin);
    }
    return found.filter(RecoveryContact.Declined.class::isInstance).isPresent()
        ? RecoveryContactChange.made()
        : byLink.refused(
            AuditCode.RECOVERY_CONTACT_DECLINED,
            found,
            found.isPresent()
                ? RecoveryContactRefusal.INVITATION_OVER
                : RecoveryContactRefusal.UNKNOWN_INVITATION,
            origin);
  }
}

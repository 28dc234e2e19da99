package org.sparekey.application.recoverycontact;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.shared.Secret;

/** Shows an invitation to whom it was mailed, and changes nothing (attacks row 17). */
@UseCase
public class ShowInvitation {

  private final ContactByLink byLink;
  private final SiteSettings site;
  private final InstantSource clock;

  @Inject
  public ShowInvitation(ContactByLink byLink, SiteSettings site, InstantSource clock) {
    this.byLink = byLink;
    this.site = site;
    this.clock = clock;
  }

  /** Empty when no invitation has this link any more. */
  public Optional<InvitationView> show(Secret link) {
    Instant now = clock.instant();
    return byLink.find(link).map(contact -> view(contact, now));
  }

  private InvitationView view(RecoveryContact contact, Instant now) {
    return new InvitationView(
        contact.details().name().value(),
        contact.details().asker().value(),
        contact.fold(
            invited -> now.isBefore(invited.expiresAt()) ? "open" : "late",
            accepted -> accepted.status().code(),
            declined -> declined.status().code(),
            removed -> removed.status().code()),
        contact instanceof RecoveryContact.Invited invited
            ? Optional.of(invited.expiresAt())
            : Optional.empty(),
        site.siteName());
  }
}

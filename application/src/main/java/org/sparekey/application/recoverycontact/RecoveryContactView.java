package org.sparekey.application.recoverycontact;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.shared.RecoveryContactId;

/**
 * A recovery contact as the owner sees it.
 *
 * @param status stable code: "invited", "accepted" or "declined"
 * @param expiresAt when an invitation can no longer be answered
 * @param usableFrom when the person may vouch, after having said yes
 */
public record RecoveryContactView(
    RecoveryContactId id,
    String name,
    String address,
    String asker,
    String status,
    Instant invitedAt,
    Optional<Instant> expiresAt,
    Optional<Instant> usableFrom) {

  static RecoveryContactView of(RecoveryContact.Listed contact) {
    return new RecoveryContactView(
        contact.id(),
        contact.details().name().value(),
        contact.details().address(),
        contact.details().asker().value(),
        contact.status().code(),
        contact.details().invitedAt(),
        contact instanceof RecoveryContact.Invited invited
            ? Optional.of(invited.expiresAt())
            : Optional.empty(),
        contact instanceof RecoveryContact.Accepted accepted
            ? Optional.of(accepted.usableFrom())
            : Optional.empty());
  }
}

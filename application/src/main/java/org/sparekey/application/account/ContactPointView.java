package org.sparekey.application.account;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.shared.ContactPointId;

/**
 * A contact point as its owner sees it.
 *
 * @param kind stable code, "email" or "phone"
 * @param usableForRecoveryFrom empty until it is confirmed
 */
public record ContactPointView(
    ContactPointId id,
    String kind,
    String value,
    Instant addedAt,
    Optional<Instant> confirmedAt,
    Optional<Instant> usableForRecoveryFrom) {

  static ContactPointView of(ContactPoint contact) {
    return new ContactPointView(
        contact.id(),
        contact.kind().code(),
        contact.value(),
        contact.addedAt(),
        contact.confirmedAt(),
        contact.usableForRecoveryFrom());
  }
}

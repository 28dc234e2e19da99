package org.sparekey.web.user.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.account.ContactPointView;

/**
 * A mail address or phone number of the owner.
 *
 * @param confirmedAt left out until a code that was sent there came back
 * @param usableForRecoveryFrom left out until it is confirmed
 */
@Schema(
    name = "ContactPoint",
    requiredProperties = {"id", "kind", "value", "addedAt"})
public record ContactPointRepresentation(
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a12") String id,
    @Schema(
            enumeration = {"email", "phone"},
            example = "email")
        String kind,
    @Schema(description = "In its canonical form", example = "mara@example.org") String value,
    @Schema(format = "date-time", example = "2026-11-23T12:00:00Z") Instant addedAt,
    @Schema(format = "date-time", example = "2026-11-23T12:05:00Z") @Nullable Instant confirmedAt,
    @Schema(
            description = "A new one cools off before a recovery may use it",
            format = "date-time",
            example = "2026-11-30T12:05:00Z")
        @Nullable Instant usableForRecoveryFrom) {

  static ContactPointRepresentation of(ContactPointView view) {
    return new ContactPointRepresentation(
        view.id().toString(),
        view.kind(),
        view.value(),
        view.addedAt(),
        view.confirmedAt().orElse(null),
        view.usableForRecoveryFrom().orElse(null));
  }
}

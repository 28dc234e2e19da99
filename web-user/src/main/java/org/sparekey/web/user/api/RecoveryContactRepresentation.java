package org.sparekey.web.user.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recoverycontact.RecoveryContactView;

/**
 * A recovery contact of the owner.
 *
 * @param expiresAt left out unless an invitation is out
 * @param usableFrom left out until the person said yes
 */
@Schema(
    name = "RecoveryContact",
    requiredProperties = {"id", "name", "address", "asker", "status", "invitedAt"})
public record RecoveryContactRepresentation(
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a17") String id,
    @Schema(example = "Grace") String name,
    @Schema(example = "grace@example.net") String address,
    @Schema(description = "By which name the person knows the owner", example = "Mara")
        String asker,
    @Schema(
            enumeration = {"invited", "accepted", "declined"},
            example = "accepted")
        String status,
    @Schema(format = "date-time", example = "2026-11-23T12:00:00Z") Instant invitedAt,
    @Schema(
            description = "When the invitation can no longer be answered",
            format = "date-time",
            example = "2026-12-07T12:00:00Z")
        @Nullable Instant expiresAt,
    @Schema(
            description = "A new one cools off before vouching",
            format = "date-time",
            example = "2026-11-30T12:05:00Z")
        @Nullable Instant usableFrom) {

  static RecoveryContactRepresentation of(RecoveryContactView view) {
    return new RecoveryContactRepresentation(
        view.id().toString(),
        view.name(),
        view.address(),
        view.asker(),
        view.status(),
        view.invitedAt(),
        view.expiresAt().orElse(null),
        view.usableFrom().orElse(null));
  }
}

package org.sparekey.web.user.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.signin.FactorView;

/**
 * A factor of the owner.
 *
 * @param lastUsedAt left out when it never answered a challenge
 */
@Schema(
    name = "Factor",
    requiredProperties = {"id", "kind", "device", "createdAt", "status"})
public record FactorRepresentation(
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11") String id,
    @Schema(
            enumeration = {"totp", "push", "okta", "sms", "voice", "passkey", "security-key"},
            example = "totp")
        String kind,
    @Schema(description = "What the owner calls the device", example = "Pixel 8") String device,
    @Schema(format = "date-time", example = "2026-11-23T12:00:00Z") Instant createdAt,
    @Schema(format = "date-time", example = "2026-11-23T14:30:00Z") @Nullable Instant lastUsedAt,
    @Schema(
            enumeration = {"pending", "active", "suspended"},
            example = "active")
        String status) {

  static FactorRepresentation of(FactorView view) {
    return new FactorRepresentation(
        view.id().toString(),
        view.kind(),
        view.device(),
        view.createdAt(),
        view.lastUsedAt().orElse(null),
        view.status());
  }
}

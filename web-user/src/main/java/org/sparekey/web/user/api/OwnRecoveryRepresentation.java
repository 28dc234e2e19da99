package org.sparekey.web.user.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recovery.OwnRecoveryView;

/**
 * A recovery of the own account, as the signed-in owner sees it.
 *
 * @param endedAt left out while it goes on
 * @param holdUntil left out when there is no hold
 */
@Schema(
    name = "OwnRecovery",
    requiredProperties = {"id", "status", "openedAt", "stoppable", "riskReasons"})
public record OwnRecoveryRepresentation(
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a13") String id,
    @Schema(
            enumeration = {
              "requested",
              "proving",
              "approving",
              "holding",
              "ready",
              "completed",
              "cancelled",
              "vetoed",
              "denied",
              "expired"
            },
            example = "holding")
        String status,
    @Schema(format = "date-time", example = "2026-11-23T12:00:00Z") Instant openedAt,
    @Schema(format = "date-time", example = "2026-11-24T12:10:00Z") @Nullable Instant endedAt,
    @Schema(format = "date-time", example = "2026-11-24T12:00:00Z") @Nullable Instant holdUntil,
    @Schema(description = "Whether a veto still does something") boolean stoppable,
    @Schema(description = "Stable codes, such as unknown-browser; empty until enough is proved")
        List<String> riskReasons) {

  static OwnRecoveryRepresentation of(OwnRecoveryView view) {
    return new OwnRecoveryRepresentation(
        view.id().toString(),
        view.status().code(),
        view.openedAt(),
        view.endedAt().orElse(null),
        view.holdUntil().orElse(null),
        view.stoppable(),
        view.riskReasons());
  }
}

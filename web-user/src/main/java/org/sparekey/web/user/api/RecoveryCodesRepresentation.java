package org.sparekey.web.user.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recoverycode.RecoveryCodesView;

/**
 * The own recovery codes, none of which can be read again.
 *
 * @param madeAt left out when there is no batch
 */
@Schema(
    name = "RecoveryCodes",
    requiredProperties = {"batch", "left", "owed", "few"})
public record RecoveryCodesRepresentation(
    @Schema(description = "Number of the batch in force, 0 when there is none", example = "1")
        int batch,
    @Schema(format = "date-time", example = "2026-11-23T12:00:00Z") @Nullable Instant madeAt,
    @Schema(description = "Codes that can still be used", example = "9") int left,
    @Schema(description = "Used codes that wait to be replaced", example = "1") int owed,
    @Schema(description = "So few are left that it is time to act", example = "false")
        boolean few) {

  static RecoveryCodesRepresentation of(RecoveryCodesView view) {
    return new RecoveryCodesRepresentation(
        view.batch(), view.madeAt().orElse(null), view.left(), view.owed(), view.few());
  }
}

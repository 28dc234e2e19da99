package org.sparekey.web.user.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sparekey.application.recoverycode.PrintedSheet;

/**
 * New recovery codes, told in this answer and never again.
 *
 * @param codes in the order of their numbers
 */
@Schema(
    name = "CodeSheet",
    requiredProperties = {"batch", "site", "accountHint", "madeAt", "codes"})
public record CodeSheetRepresentation(
    @Schema(description = "Number of the batch", example = "1") int batch,
    @Schema(description = "What the codes are good for", example = "Sparekey") String site,
    @Schema(description = "Which account, for its owner only", example = "m•••@example.org")
        String accountHint,
    @Schema(format = "date-time", example = "2026-11-23T12:00:00Z") Instant madeAt,
    List<PrintedCodeRepresentation> codes) {

  static CodeSheetRepresentation of(PrintedSheet sheet) {
    return new CodeSheetRepresentation(
        sheet.batch(),
        sheet.siteName(),
        sheet.accountHint(),
        sheet.madeAt(),
        sheet.codes().stream()
            .map(
                code ->
                    new PrintedCodeRepresentation(
                        code.number(), code.code().printed().revealText()))
            .toList());
  }
}

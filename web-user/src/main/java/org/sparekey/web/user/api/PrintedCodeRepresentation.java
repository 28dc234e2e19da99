package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code and its number. */
@Schema(
    name = "PrintedCode",
    requiredProperties = {"number", "code"})
public record PrintedCodeRepresentation(
    @Schema(description = "As it stands on the sheet", example = "1") int number,
    @Schema(description = "80 bits and a check symbol", example = "0000-0000-0000-016J-D")
        String code) {

  /** Without the code. */
  @Override
  public String toString() {
    return "PrintedCodeRepresentation[" + number + "]";
  }
}

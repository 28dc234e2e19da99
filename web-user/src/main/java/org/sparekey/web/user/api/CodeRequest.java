package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code that came by mail. */
@Schema(
    name = "Code",
    requiredProperties = {"code"})
public record CodeRequest(
    @Schema(
            description = "As it stands in the mail; blanks and hyphens do not matter",
            example = "12345678")
        String code) {

  /** Without the code. */
  @Override
  public String toString() {
    return "CodeRequest[redacted]";
  }
}

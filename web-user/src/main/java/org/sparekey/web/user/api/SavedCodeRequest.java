package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A saved recovery code. */
@Schema(
    name = "SavedCode",
    requiredProperties = {"code"})
public record SavedCodeRequest(
    @Schema(
            description =
                "As it stands on the sheet; hyphens do not matter, O is read as 0, I and L as 1",
            example = "0000-0000-0000-016J-D")
        String code) {

  /** Without the code. */
  @Override
  public String toString() {
    return "SavedCodeRequest[redacted]";
  }
}

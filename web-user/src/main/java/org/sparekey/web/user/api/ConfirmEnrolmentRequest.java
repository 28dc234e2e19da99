package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The proof that a factor works. */
@Schema(
    name = "ConfirmEnrolment",
    requiredProperties = {"device", "code"})
public record ConfirmEnrolmentRequest(
    @Schema(
            description = "What the owner calls the device: 1 to 60 characters",
            example = "Pixel 8")
        String device,
    @Schema(description = "The six digits that the app shows", example = "123456") String code) {

  /** Without the code. */
  @Override
  public String toString() {
    return "ConfirmEnrolmentRequest[" + device + "]";
  }
}

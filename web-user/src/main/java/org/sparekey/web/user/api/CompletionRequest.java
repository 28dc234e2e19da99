package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The proof that the new factor works, with which the recovery ends. */
@Schema(
    name = "Completion",
    requiredProperties = {"factor", "device", "code"})
public record CompletionRequest(
    @Schema(
            description = "The id that the answer to the enrolment gave",
            format = "uuid",
            example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11")
        String factor,
    @Schema(
            description = "What the owner calls the new device: 1 to 60 characters",
            example = "Pixel 9")
        String device,
    @Schema(description = "The six digits that the app shows", example = "123456") String code) {

  /** Without the code. */
  @Override
  public String toString() {
    return "CompletionRequest[" + factor + "]";
  }
}

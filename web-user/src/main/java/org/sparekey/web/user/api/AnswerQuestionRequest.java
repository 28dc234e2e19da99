package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the owner says on the phone. */
@Schema(
    name = "AnswerQuestion",
    requiredProperties = {"device", "challenge", "decision", "number", "time", "signature"})
public record AnswerQuestionRequest(
    @Schema(example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11") String device,
    @Schema(example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a12") String challenge,
    @Schema(
            enumeration = {"approve", "mistake", "not-me"},
            example = "approve")
        String decision,
    @Schema(
            description = "The six digits that the page shows, for an approval; else \"\"",
            example = "123456")
        String number,
    @Schema(
            description = "By the clock of the phone, for the record",
            example = "2026-11-23T12:00:00.000Z")
        String time,
    @Schema(description = "ES256: 64 bytes in base64url") String signature) {

  /** Without the number. */
  @Override
  public String toString() {
    return "AnswerQuestionRequest[" + device + " " + challenge + "]";
  }
}

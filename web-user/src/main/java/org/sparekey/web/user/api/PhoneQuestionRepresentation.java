package org.sparekey.web.user.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sparekey.application.authenticator.PhoneView;

/** An open question to a phone; the number stands on the page that asks, and nowhere else. */
@Schema(
    name = "PhoneQuestion",
    requiredProperties = {
      "id",
      "purpose",
      "browser",
      "sourceAddress",
      "askedAt",
      "expiresAt",
      "now"
    })
public record PhoneQuestionRepresentation(
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a12") String id,
    @Schema(
            enumeration = {"sign-in", "confirm", "recovery", "password-reset"},
            example = "sign-in")
        String purpose,
    @Schema(description = "In known words, \"\" when unknown", example = "Firefox, Linux")
        String browser,
    @Schema(example = "203.0.113.7") String sourceAddress,
    @Schema(format = "date-time", example = "2026-11-23T12:00:00Z") Instant askedAt,
    @Schema(format = "date-time", example = "2026-11-23T12:05:00Z") Instant expiresAt,
    @Schema(
            description = "The time of the server: a clock of a phone may be wrong",
            format = "date-time",
            example = "2026-11-23T12:00:10Z")
        Instant now) {

  static PhoneQuestionRepresentation of(PhoneView.Asked asked, Instant now) {
    return new PhoneQuestionRepresentation(
        asked.id().toString(),
        asked.purpose(),
        asked.browser(),
        asked.sourceAddress(),
        asked.askedAt(),
        asked.expiresAt(),
        now);
  }
}

package org.sparekey.web.user.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sparekey.application.enrolment.PhoneEnrolmentView;

/** A phone that waits for its code. */
@Schema(
    name = "NumberEnrolment",
    requiredProperties = {"id", "kind", "to", "state", "expiresAt"})
public record NumberEnrolmentRepresentation(
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11") String id,
    @Schema(
            enumeration = {"sms", "voice"},
            example = "sms")
        String kind,
    @Schema(description = "The last digits of the number", example = "…789") String to,
    @Schema(
            description = "How far the message with the code is; empty when none is on its way",
            enumeration = {"", "waiting", "delayed", "handed-over", "undelivered", "delivered"},
            example = "handed-over")
        String state,
    @Schema(
            description = "It must be confirmed before",
            format = "date-time",
            example = "2026-11-23T12:10:00Z")
        Instant expiresAt) {

  static NumberEnrolmentRepresentation of(PhoneEnrolmentView view) {
    return new NumberEnrolmentRepresentation(
        view.id().toString(), view.kind(), view.to(), view.state(), view.expiresAt());
  }
}

package org.sparekey.web.user.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sparekey.application.enrolment.EnrolmentView;

/**
 * A factor that is being bound. Holds the seed: it is told once, to the browser that asked for it.
 */
@Schema(
    name = "Enrolment",
    requiredProperties = {"id", "keyUri", "keyText", "expiresAt"})
public record EnrolmentRepresentation(
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11") String id,
    @Schema(
            description = "What a QR code for an authenticator app holds",
            example = "otpauth://totp/Sparekey:mara?secret=JBSWY3DPEHPK3PXP&issuer=Sparekey")
        String keyUri,
    @Schema(description = "The same key, to be typed", example = "JBSW Y3DP EHPK 3PXP")
        String keyText,
    @Schema(
            description = "It must be confirmed before",
            format = "date-time",
            example = "2026-11-23T12:10:00Z")
        Instant expiresAt) {

  static EnrolmentRepresentation of(EnrolmentView view) {
    return new EnrolmentRepresentation(
        view.id().toString(), view.keyUri(), view.keyText(), view.expiresAt());
  }

  /** Without the seed. */
  @Override
  public String toString() {
    return "EnrolmentRepresentation[" + id + "]";
  }
}

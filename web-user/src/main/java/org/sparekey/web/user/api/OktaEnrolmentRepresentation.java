package org.sparekey.web.user.api;

import java.time.Instant;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.enrolment.OktaEnrolmentView;
import org.sparekey.domain.shared.Secret;

/**
 * An enrolment of Okta Verify under way.
 *
 * @param picture left out unless it waits to be scanned
 * @param number left out unless the phone was asked
 * @param failure left out unless it failed
 */
@Schema(
    name = "OktaEnrolment",
    requiredProperties = {"id", "state", "expiresAt"})
public record OktaEnrolmentRepresentation(
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11") String id,
    @Schema(
            enumeration = {"wanted", "scanning", "found", "asked", "approved", "failed", "reset"},
            example = "scanning")
        String state,
    @Schema(description = "The QR code to scan: a PNG, base 64", example = "iVBORw0KGgo=")
        @Nullable String picture,
    @Schema(description = "What is to be tapped on the phone", example = "72")
        @Nullable String number,
    @Schema(description = "Why it failed, as a stable code", example = "okta-no-user")
        @Nullable String failure,
    @Schema(
            description = "It must be confirmed before",
            format = "date-time",
            example = "2026-11-23T12:10:00Z")
        Instant expiresAt) {

  static OktaEnrolmentRepresentation of(OktaEnrolmentView view) {
    return new OktaEnrolmentRepresentation(
        view.id().toString(),
        view.state(),
        view.picture().map(Secret::reveal).map(Base64.getEncoder()::encodeToString).orElse(null),
        view.number().orElse(null),
        view.failure().orElse(null),
        view.expiresAt());
  }

  /** Without the picture and the number. */
  @Override
  public String toString() {
    return "OktaEnrolmentRepresentation[" + id + " " + state + "]";
  }
}

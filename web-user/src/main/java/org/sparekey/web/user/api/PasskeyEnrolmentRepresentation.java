package org.sparekey.web.user.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sparekey.application.enrolment.PasskeyEnrolmentView;

/** A passkey or security key that is being bound. */
@Schema(
    name = "PasskeyEnrolment",
    requiredProperties = {"id", "kind", "options", "expiresAt"})
public record PasskeyEnrolmentRepresentation(
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11") String id,
    @Schema(
            enumeration = {"passkey", "security-key"},
            example = "passkey")
        String kind,
    @Schema(
            description =
                "The JSON text for PublicKeyCredential.parseCreationOptionsFromJSON()"
                    + " (WebAuthn Level 3, PublicKeyCredentialCreationOptionsJSON)",
            example = "{\"rp\":{\"id\":\"keys.example.org\"},\"challenge\":\"…\"}")
        String options,
    @Schema(
            description = "It must be confirmed before",
            format = "date-time",
            example = "2026-11-23T12:10:00Z")
        Instant expiresAt) {

  static PasskeyEnrolmentRepresentation of(PasskeyEnrolmentView view) {
    return new PasskeyEnrolmentRepresentation(
        view.id().toString(), view.kind(), view.options(), view.expiresAt());
  }

  /** Without the options. */
  @Override
  public String toString() {
    return "PasskeyEnrolmentRepresentation[" + id + "]";
  }
}

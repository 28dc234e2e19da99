package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the authenticator made. */
@Schema(
    name = "ConfirmPasskey",
    requiredProperties = {"device", "credential"})
public record ConfirmPasskeyRequest(
    @Schema(
            description = "What the owner calls the passkey or the key: 1 to 60 characters",
            example = "Laptop")
        String device,
    @Schema(
            description =
                "The JSON text of PublicKeyCredential.toJSON(), at most 4096 characters"
                    + " (WebAuthn Level 3, RegistrationResponseJSON)",
            example = "{\"id\":\"…\",\"rawId\":\"…\",\"type\":\"public-key\",\"response\":{}}")
        String credential) {

  /** Without the credential. */
  @Override
  public String toString() {
    return "ConfirmPasskeyRequest[" + device + "]";
  }
}

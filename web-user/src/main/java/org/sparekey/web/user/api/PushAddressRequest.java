package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A subscription to pushes, as the browser made it. */
@Schema(
    name = "PushAddress",
    requiredProperties = {"device", "nonce", "endpoint", "p256dh", "auth", "signature"})
public record PushAddressRequest(
    @Schema(example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11") String device,
    String nonce,
    @Schema(example = "https://updates.push.services.mozilla.com/wpush/v2/abc") String endpoint,
    @Schema(description = "65 bytes in base64url") String p256dh,
    @Schema(description = "16 bytes in base64url") String auth,
    @Schema(description = "ES256: 64 bytes in base64url") String signature) {

  /** Without what must not be told. */
  @Override
  public String toString() {
    return "PushAddressRequest[" + device + "]";
  }
}

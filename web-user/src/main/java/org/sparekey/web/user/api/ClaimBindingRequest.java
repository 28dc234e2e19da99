package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A phone that wants to be bound. */
@Schema(
    name = "ClaimBinding",
    requiredProperties = {"code", "publicKey", "signature"})
public record ClaimBindingRequest(
    @Schema(example = "7K3M9QPXW2TN4RVB8HDE6FJC") String code,
    @Schema(
            description = "A key on P-256: 65 bytes in base64url",
            example =
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")
        String publicKey,
    @Schema(description = "ES256: 64 bytes in base64url") String signature) {

  /** Without the code. */
  @Override
  public String toString() {
    return "ClaimBindingRequest[redacted]";
  }
}

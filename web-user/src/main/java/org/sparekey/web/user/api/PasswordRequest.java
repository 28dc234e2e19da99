package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A password as a proof. */
@Schema(
    name = "Password",
    requiredProperties = {"password"})
public record PasswordRequest(
    @Schema(format = "password", example = "correct horse battery staple") String password) {

  /** Without the password. */
  @Override
  public String toString() {
    return "PasswordRequest[redacted]";
  }
}

package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.authenticator.AuthenticatorView;

/**
 * What any authenticator is told.
 *
 * @param pushKey left out when no pushes are sent
 */
@Schema(
    name = "Authenticator",
    requiredProperties = {"siteName", "nonce"})
public record AuthenticatorRepresentation(
    @Schema(example = "Sparekey") String siteName,
    @Schema(description = "To be signed within two minutes") String nonce,
    @Schema(description = "The applicationServerKey of the W3C Push API")
        @Nullable String pushKey) {

  static AuthenticatorRepresentation of(AuthenticatorView view) {
    return new AuthenticatorRepresentation(
        view.siteName(), view.nonce(), view.pushKey().orElse(null));
  }
}

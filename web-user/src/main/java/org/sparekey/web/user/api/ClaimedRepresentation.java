package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sparekey.application.authenticator.ClaimedView;

/** What a phone keeps beside its key. */
@Schema(
    name = "ClaimedBinding",
    requiredProperties = {"device", "account", "siteName", "signInName"})
public record ClaimedRepresentation(
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11") String device,
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a10") String account,
    @Schema(example = "Sparekey") String siteName,
    @Schema(example = "mara@acme.example") String signInName) {

  static ClaimedRepresentation of(ClaimedView view) {
    return new ClaimedRepresentation(
        view.device().toString(), view.account().toString(), view.siteName(), view.signInName());
  }
}

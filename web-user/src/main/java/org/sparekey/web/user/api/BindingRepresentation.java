package org.sparekey.web.user.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sparekey.application.authenticator.BindingView;

/** Whose account a binding code is for. */
@Schema(
    name = "Binding",
    requiredProperties = {"siteName", "signInName", "expiresAt"})
public record BindingRepresentation(
    @Schema(example = "Sparekey") String siteName,
    @Schema(example = "mara@acme.example") String signInName,
    @Schema(format = "date-time", example = "2026-11-23T12:10:00Z") Instant expiresAt) {

  static BindingRepresentation of(BindingView view) {
    return new BindingRepresentation(view.siteName(), view.signInName(), view.expiresAt());
  }
}

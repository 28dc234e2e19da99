package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A name for the phone whose Okta Verify has answered. */
@Schema(
    name = "ConfirmOkta",
    requiredProperties = {"device"})
public record ConfirmOktaRequest(
    @Schema(description = "1 to 60 characters", example = "Pixel 9") String device) {}

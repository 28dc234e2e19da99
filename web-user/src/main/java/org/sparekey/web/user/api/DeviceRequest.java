package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names a device of the owner. */
@Schema(
    name = "Device",
    requiredProperties = {"device"})
public record DeviceRequest(
    @Schema(description = "As its owner calls it; case does not matter", example = "Pixel 8")
        String device) {}

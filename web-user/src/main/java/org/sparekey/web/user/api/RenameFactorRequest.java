package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another name for the device on which a factor lives. */
@Schema(
    name = "RenameFactor",
    requiredProperties = {"device"})
public record RenameFactorRequest(
    @Schema(description = "1 to 60 characters", example = "Pixel 9") String device) {}

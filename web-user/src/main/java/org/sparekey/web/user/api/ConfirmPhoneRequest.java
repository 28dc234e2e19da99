package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The phone that gave the code is the owner's. */
@Schema(
    name = "ConfirmPhone",
    requiredProperties = {"id", "device"})
public record ConfirmPhoneRequest(
    @Schema(
            description = "The enrolment that named the phone",
            example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11")
        String id,
    @Schema(description = "What the owner calls it, 1 to 60 characters", example = "Pixel 8")
        String device) {}

package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The wish to bind a factor. */
@Schema(
    name = "BeginEnrolment",
    requiredProperties = {"kind"})
public record BeginEnrolmentRequest(
    @Schema(
            enumeration = {"totp"},
            example = "totp")
        String kind) {}

package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The wish to bind a passkey or a security key. */
@Schema(
    name = "BeginPasskey",
    requiredProperties = {"kind"})
public record BeginPasskeyRequest(
    @Schema(
            description =
                "passkey: discoverable, its user is checked, may stand alone; security-key: beside"
                    + " a password",
            enumeration = {"passkey", "security-key"},
            example = "passkey")
        String kind) {}

package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who is asked to be a recovery contact. */
@Schema(
    name = "InviteRecoveryContact",
    requiredProperties = {"name", "address", "asker"})
public record InviteContactRequest(
    @Schema(description = "What the owner calls the person", example = "Grace") String name,
    @Schema(description = "A mail address", example = "grace@example.net") String address,
    @Schema(
            description = "By which name the person knows the owner; all that the person is told",
            example = "Mara")
        String asker) {}

package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The wish to regain an account. */
@Schema(
    name = "StartRecovery",
    requiredProperties = {"name"})
public record StartRecoveryRequest(
    @Schema(description = "The name by which the owner signs in", example = "mara@example.org")
        String name) {}

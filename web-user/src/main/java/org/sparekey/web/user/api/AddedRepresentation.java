package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was added. */
@Schema(
    name = "Added",
    requiredProperties = {"id"})
public record AddedRepresentation(
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a12") String id) {}

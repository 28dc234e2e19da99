package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which factor is asked. */
@Schema(
    name = "SurvivorQuestion",
    requiredProperties = {"factor"})
public record SurvivorQuestionRequest(
    @Schema(example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a11") String factor) {}

package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a question to a factor stands. */
@Schema(
    name = "QuestionState",
    requiredProperties = {"state"})
public record QuestionStateRepresentation(
    @Schema(
            description = "waiting, answered, or over: nothing was asked, or it is too late",
            enumeration = {"waiting", "answered", "over"},
            example = "waiting")
        String state) {}

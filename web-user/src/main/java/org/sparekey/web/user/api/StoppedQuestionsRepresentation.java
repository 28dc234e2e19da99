package org.sparekey.web.user.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Nobody may ask the owner's phones. */
@Schema(
    name = "StoppedQuestions",
    requiredProperties = {"since"})
public record StoppedQuestionsRepresentation(
    @Schema(format = "date-time", example = "2026-11-23T12:00:00Z") Instant since) {}

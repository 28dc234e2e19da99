package org.sparekey.web.user.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.account.DescribeAssurance;

/**
 * How much an application may rely on the session.
 *
 * @param probationUntil left out unless there is a probation
 */
@Schema(
    name = "Assurance",
    requiredProperties = {"level", "restricted"})
public record AssuranceRepresentation(
    @Schema(
            enumeration = {"password", "enrolment", "full"},
            example = "full")
        String level,
    @Schema(
            description = "While rights are restricted after a reset",
            format = "date-time",
            example = "2026-11-26T12:00:00Z")
        @Nullable Instant probationUntil,
    @Schema(
            description = "What is not possible until then; empty without a probation",
            example = "[\"recovery\"]")
        List<String> restricted) {

  static AssuranceRepresentation of(DescribeAssurance.Assurance assurance) {
    return new AssuranceRepresentation(
        assurance.level(), assurance.probationUntil().orElse(null), assurance.restricted());
  }
}

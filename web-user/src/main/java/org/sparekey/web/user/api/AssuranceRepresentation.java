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
    requiredProperties = {"level", "aal", "restricted"})
public record AssuranceRepresentation(
    @Schema(
            description =
                "remembered: the password, in a browser that stands in for a factor; ask for"
                    + " more before anything that matters",
            enumeration = {"password", "enrolment", "remembered", "full"},
            example = "full")
        String level,
    @Schema(
            description =
                "Authenticator assurance level of NIST SP 800-63B-4 that the sign-in reached",
            minimum = "1",
            maximum = "2",
            example = "2")
        int aal,
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
        assurance.level(),
        assurance.aal(),
        assurance.probationUntil().orElse(null),
        assurance.restricted());
  }
}

package org.sparekey.web.user.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sparekey.application.signin.OwnSessionView;

/** An open session of the owner. */
@Schema(
    name = "OwnSession",
    requiredProperties = {
      "id",
      "level",
      "startedAt",
      "lastSeenAt",
      "sourceAddress",
      "userAgent",
      "current"
    })
public record OwnSessionRepresentation(
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a10") String id,
    @Schema(
            enumeration = {"password", "enrolment", "remembered", "full"},
            example = "full")
        String level,
    @Schema(format = "date-time", example = "2026-11-23T12:00:00Z") Instant startedAt,
    @Schema(format = "date-time", example = "2026-11-23T12:30:00Z") Instant lastSeenAt,
    @Schema(example = "192.0.2.7") String sourceAddress,
    @Schema(example = "Mozilla/5.0 (X11; Linux x86_64) …") String userAgent,
    @Schema(description = "Whether it is the one that asks") boolean current) {

  static OwnSessionRepresentation of(OwnSessionView view) {
    return new OwnSessionRepresentation(
        view.id().toString(),
        view.level(),
        view.startedAt(),
        view.lastSeenAt(),
        view.sourceAddress(),
        view.userAgent(),
        view.current());
  }
}

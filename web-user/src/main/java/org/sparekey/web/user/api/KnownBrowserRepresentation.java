package org.sparekey.web.user.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.signin.KnownBrowserView;

/**
 * A browser from which the owner has signed in.
 *
 * @param rememberedUntil left out unless it stands in for a factor
 */
@Schema(
    name = "KnownBrowser",
    requiredProperties = {"id", "firstSeenAt", "lastSeenAt", "userAgent"})
public record KnownBrowserRepresentation(
    @Schema(format = "uuid", example = "0193581a-2b70-7c3e-9d2f-3f4f6b1c2a10") String id,
    @Schema(format = "date-time", example = "2026-11-01T12:00:00Z") Instant firstSeenAt,
    @Schema(format = "date-time", example = "2026-11-23T12:30:00Z") Instant lastSeenAt,
    @Schema(example = "Mozilla/5.0 (X11; Linux x86_64) …") String userAgent,
    @Schema(
            description = "Until when it stands in for a factor at a sign-in",
            format = "date-time",
            example = "2026-12-23T12:00:00Z")
        @Nullable Instant rememberedUntil) {

  static KnownBrowserRepresentation of(KnownBrowserView view) {
    return new KnownBrowserRepresentation(
        view.id().toString(),
        view.firstSeenAt(),
        view.lastSeenAt(),
        view.userAgent(),
        view.rememberedUntil().orElse(null));
  }
}

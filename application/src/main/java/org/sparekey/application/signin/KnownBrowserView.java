package org.sparekey.application.signin;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.BrowserId;

/**
 * A browser from which the owner has signed in.
 *
 * @param rememberedUntil until when it stands in for a factor; empty when it does not
 */
public record KnownBrowserView(
    BrowserId id,
    Instant firstSeenAt,
    Instant lastSeenAt,
    String userAgent,
    Optional<Instant> rememberedUntil) {}

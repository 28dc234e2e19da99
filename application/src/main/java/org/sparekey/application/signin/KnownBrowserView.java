package org.sparekey.application.signin;

import java.time.Instant;
import org.sparekey.domain.shared.BrowserId;

/** A browser from which the owner has signed in. */
public record KnownBrowserView(
    BrowserId id, Instant firstSeenAt, Instant lastSeenAt, String userAgent) {}

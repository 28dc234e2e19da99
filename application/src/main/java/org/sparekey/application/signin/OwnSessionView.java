package org.sparekey.application.signin;

import java.time.Instant;
import org.sparekey.domain.shared.SessionId;

/**
 * A session as its owner sees it.
 *
 * @param level stable code
 * @param current whether it is the one that asks
 */
public record OwnSessionView(
    SessionId id,
    String level,
    Instant startedAt,
    Instant lastSeenAt,
    String sourceAddress,
    String userAgent,
    boolean current) {}

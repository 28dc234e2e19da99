package org.sparekey.domain.challenge;

import java.time.Instant;
import java.util.Optional;

/**
 * How often in a row a method failed for a subject.
 *
 * @param failures consecutive failures, 0 or more; attempts under way count as failures
 * @param blockedUntil before this instant every attempt is refused unread
 */
public record Throttle(ThrottleKey key, int failures, Optional<Instant> blockedUntil) {

  /** No failure yet. */
  public static Throttle clear(ThrottleKey key) {
    return new Throttle(key, 0, Optional.empty());
  }

  /** Whether an attempt at {@code now} is refused unread. */
  public boolean blocks(Instant now) {
    return failures >= ThrottleRules.MOST_FAILURES
        || blockedUntil.filter(now::isBefore).isPresent();
  }

  /** Counts one more failure. */
  public Throttle failed(Instant now) {
    return new Throttle(key, failures + 1, ThrottleRules.blockedUntil(failures + 1, now));
  }
}

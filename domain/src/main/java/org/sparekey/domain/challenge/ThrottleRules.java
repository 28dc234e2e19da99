package org.sparekey.domain.challenge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Growing delays between 30 s and 1 h (NIST SP 800-63B-4 §3.2.2), at least 30 minutes from the
 * tenth failure on (PCI DSS 8.3.4), and one attempt a day from the fiftieth on: who fails on
 * purpose can slow a method down, and it takes them weeks without a break to close it.
 */
public final class ThrottleRules {

  /**
   * Failures in a row after which a method stays closed until another way succeeds (NIST SP
   * 800-63B-4 §3.2.2: at most 100).
   */
  public static final int MOST_FAILURES = 100;

  /** Failures in a row from which on there is one attempt a day. */
  public static final int DAILY_FAILURES = 50;

  /** Failures that cost no wait: people mistype. */
  public static final int FREE_FAILURES = 2;

  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration DAILY = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 7;

  private ThrottleRules() {}

  /** When the next attempt is heard after the given number of failures in a row. */
  public static Optional<Instant> blockedUntil(int failures, Instant now) {
    if (failures <= FREE_FAILURES) {
      return Optional.empty();
    }
    if (failures >= DAILY_FAILURES) {
      return Optional.of(now.plus(DAILY));
    }
    int doublings = Math.min(failures - FREE_FAILURES - 1, MOST_DOUBLINGS);
    Duration wait = SHORTEST.multipliedBy(1L << doublings);
    return Optional.of(now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
  }
}

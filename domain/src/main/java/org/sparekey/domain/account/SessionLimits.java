package org.sparekey.domain.account;

import java.time.Duration;

/**
 * How long a session lives. At AAL2 at most 24 h and 1 h idle (NIST SP 800-63B-4 §2.2.3), at AAL3
 * at most 12 h and 15 minutes idle (§2.3.3).
 *
 * @param idle longest time without a request, more than zero
 * @param absolute longest time altogether, more than zero
 */
public record SessionLimits(Duration idle, Duration absolute) {

  /** Refuses zero, negative, and more than AAL2 allows. */
  public SessionLimits {
    boolean sensible =
        idle.toMillis() > 0
            && absolute.toMillis() > 0
            && idle.compareTo(Duration.ofHours(1)) <= 0
            && absolute.compareTo(Duration.ofHours(24)) <= 0;
    if (!sensible) {
      throw new IllegalArgumentException(
          "session limits must be above zero, idle at most 1 h, absolute at most 24 h");
    }
  }
}

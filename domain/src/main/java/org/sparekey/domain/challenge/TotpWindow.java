package org.sparekey.domain.challenge;

import java.time.Duration;
import java.time.Instant;

/**
 * Which time steps of a one-time password are heard: the current one; the one before only for a
 * factor whose lag has been learned (RFC 6238 §5.2, §6: one step at most).
 *
 * @param lag 0, or 1 for a factor whose clock is known to run behind
 */
public record TotpWindow(int lag) {

  /** RFC 6238 §5.2. */
  public static final Duration STEP = Duration.ofSeconds(30);

  /** No lag is known. */
  public static final TotpWindow EXACT = new TotpWindow(0);

  /** One step behind. */
  public static final TotpWindow ONE_BEHIND = new TotpWindow(1);

  /** Refuses anything wider than one step. */
  public TotpWindow {
    if (lag < 0 || lag > 1) {
      throw new IllegalArgumentException("lag of " + lag + " steps");
    }
  }

  /** The number of the time step at {@code now}. */
  public static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
  }

  /** Whether a code of {@code step} is heard at {@code now}. */
  public boolean hears(long step, Instant now) {
    long behind = step(now) - step;
    return behind >= 0 && behind <= lag;
  }
}

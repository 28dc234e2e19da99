package org.sparekey.domain.policy;

import java.time.Duration;
import org.sparekey.domain.policy.RiskAssessment.Level;

/**
 * The waiting time for each level of risk.
 *
 * @param low zero or more
 * @param elevated at least {@code low}
 * @param high at least {@code elevated}
 */
public record Holds(Duration low, Duration elevated, Duration high) {

  /** Refuses what gets easier with risk. */
  public Holds {
    if (low.isNegative() || elevated.compareTo(low) < 0 || high.compareTo(elevated) < 0) {
      throw new IllegalArgumentException("a hold must not get shorter with risk");
    }
  }

  /** No waiting at all. */
  public static Holds none() {
    return same(Duration.ZERO);
  }

  /** The same whatever the risk. */
  public static Holds same(Duration hold) {
    return new Holds(hold, hold, hold);
  }

  /** In hours. */
  public static Holds hours(int low, int elevated, int high) {
    return new Holds(Duration.ofHours(low), Duration.ofHours(elevated), Duration.ofHours(high));
  }

  /** The waiting time for a level of risk. */
  public Duration at(Level level) {
    return switch (level) {
      case LOW -> low;
      case ELEVATED -> elevated;
      case HIGH -> high;
    };
  }

  /** Whether this never lets anybody in sooner than the other. */
  public boolean noShorterThan(Holds other) {
    return low.compareTo(other.low) >= 0
        && elevated.compareTo(other.elevated) >= 0
        && high.compareTo(other.high) >= 0;
  }
}

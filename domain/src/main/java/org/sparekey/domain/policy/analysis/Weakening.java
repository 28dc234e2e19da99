package org.sparekey.domain.policy.analysis;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.RiskAssessment.Level;

/**
 * A set of channels that opens an account under a newer policy and did not under the older one, or
 * not so soon.
 *
 * @param level the lowest risk at which it does
 * @param before how long the owner had to react; empty when it did not open at all
 * @param after how long the owner has now
 */
public record Weakening(
    Set<Channel> channels, Level level, Optional<Duration> before, Duration after) {

  /** Copies the channels. */
  public Weakening {
    channels = Set.copyOf(channels);
  }
}

package org.sparekey.domain.policy.analysis;

import java.util.Optional;
import java.util.Set;
import org.sparekey.domain.policy.Channel;

/**
 * A smallest set of channels whose loss hurts.
 *
 * @param channels empty when the account cannot be opened even with all of them
 * @param left the cheapest way back, when nothing is odd; empty when the owner is locked out
 */
public record LossSet(Set<Channel> channels, Optional<WayBack> left) {

  /** Copies the channels. */
  public LossSet {
    channels = Set.copyOf(channels);
  }
}

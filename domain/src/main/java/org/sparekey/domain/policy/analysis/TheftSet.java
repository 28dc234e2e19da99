package org.sparekey.domain.policy.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.sparekey.domain.policy.Channel;

/**
 * A smallest set of channels whose holder opens the account.
 *
 * @param channels those of the staff stand for people who approve
 * @param ways how; not empty
 * @param toReact how long the owner has at the risk that was asked: that of the quickest way
 * @param heard whether a notice reaches the owner at a channel that the thief neither holds nor
 *     took away with what it holds
 */
public record TheftSet(Set<Channel> channels, List<Way> ways, Duration toReact, boolean heard) {

  /** Copies both. */
  public TheftSet {
    channels = Set.copyOf(channels);
    ways = List.copyOf(ways);
  }

  /** Whether the owner can stop it: there is time, and a notice comes through. */
  public boolean canBeStopped() {
    return heard && !toReact.isZero();
  }
}

package org.sparekey.domain.policy.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;

/**
 * What must be left so that the owner can use a channel: itself, and what it needs. The greatest
 * fixed point: whoever has lost nothing has everything, circles included.
 */
final class Availability {

  private final ChannelNumbers numbers;
  private final Map<Channel, Terms> available = new HashMap<>();

  Availability(ChannelNumbers numbers, Set<Need> needs) {
    this.numbers = numbers;
    boolean changed = !needs.isEmpty();
    while (changed) {
      changed = false;
      for (Need need : needs) {
        Terms before = of(need.channel());
        Terms after = before.and(of(need.needed()));
        available.put(need.channel(), after);
        changed |= !after.equals(before);
      }
    }
  }

  /** What must be left to use this channel. */
  Terms of(Channel channel) {
    Terms known = available.get(channel);
    return known == null ? Terms.of(numbers.of(channel)) : known;
  }

  /** What must be left to use this access. */
  Terms of(Access access) {
    return available.isEmpty() ? numbers.terms(access) : numbers.terms(access, this::of);
  }

  /** Whether the owner can still use the channel when these are lost. */
  boolean left(Channel channel, ChannelSet lost) {
    return of(channel).survives(lost);
  }
}

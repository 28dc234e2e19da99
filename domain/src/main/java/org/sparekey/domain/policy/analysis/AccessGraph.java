package org.sparekey.domain.policy.analysis;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;

/**
 * Which channels are reached through others: a mailbox through the phone that reads it, a number
 * through the handset that it rings, a mailbox through a password and a code. An account access
 * graph of Hammann et al. (CCS 2019, definition 1): an access is a vertex with its edges, each of
 * its alternatives is a colour. Circles are allowed: nobody gets into one from nowhere.
 */
public final class AccessGraph {

  private final Map<Channel, Access> reachedBy = new LinkedHashMap<>();

  /** Nothing is reached but by itself. */
  public AccessGraph() {}

  /** From now on, who can use this access holds the channel, too. */
  public AccessGraph reached(Channel channel, Access by) {
    reachedBy.merge(channel, by, Access::or);
    return this;
  }

  /** All that is reached in the other graph is reached in this one. */
  void reachedAsIn(AccessGraph other) {
    other.reachedBy.forEach(this::reached);
  }

  /** Every smallest set of channels that gives this one, itself included. */
  public Access to(Channel channel) {
    return to(Access.anyOf(channel));
  }

  /** Every smallest set of channels that gives this access. */
  public Access to(Access access) {
    if (reachedBy.isEmpty() || access.channels().stream().noneMatch(reachedBy::containsKey)) {
      return access;
    }
    ChannelNumbers numbers =
        ChannelNumbers.of(
            Stream.concat(
                access.channels().stream(),
                reachedBy.entrySet().stream()
                    .flatMap(
                        entry ->
                            Stream.concat(
                                Stream.of(entry.getKey()), entry.getValue().channels().stream()))));
    Map<Channel, Terms> reach = reach(numbers);
    return numbers.access(numbers.terms(access, channel -> of(reach, channel)));
  }

  /** The least fixed point: at first a channel is reached by itself alone. */
  private Map<Channel, Terms> reach(ChannelNumbers numbers) {
    Map<Channel, Terms> reach = new HashMap<>();
    List<Channel> channels = numbers.channels();
    channels.forEach(channel -> reach.put(channel, Terms.of(numbers.of(channel))));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Map.Entry<Channel, Access> entry : reachedBy.entrySet()) {
        Terms before = of(reach, entry.getKey());
        Terms after = before.or(numbers.terms(entry.getValue(), other -> of(reach, other)));
        reach.put(entry.getKey(), after);
        grown |= !after.equals(before);
      }
    }
    return reach;
  }

  private static Terms of(Map<Channel, Terms> reach, Channel channel) {
    return reach.getOrDefault(channel, Terms.NEVER);
  }
}

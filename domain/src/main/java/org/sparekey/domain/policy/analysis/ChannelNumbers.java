package org.sparekey.domain.policy.analysis;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;

/** Numbers channels, so that sets of them are words. */
final class ChannelNumbers {

  /** By kind, then by detail. */
  static final Comparator<Channel> ORDER =
      Comparator.comparing(Channel::kind).thenComparing(Channel::detail);

  private final List<Channel> channels;
  private final Map<Channel, Integer> numbers = new HashMap<>();

  private ChannelNumbers(List<Channel> channels) {
    this.channels = channels;
    for (int i = 0; i < channels.size(); i++) {
      numbers.put(channels.get(i), i);
    }
  }

  /** In order, whatever the order given; each once. */
  static ChannelNumbers of(Stream<Channel> channels) {
    return new ChannelNumbers(channels.distinct().sorted(ORDER).toList());
  }

  /** All of them, in order. */
  List<Channel> channels() {
    return channels;
  }

  /** The number; refuses a channel that is not known. */
  int of(Channel channel) {
    Integer number = numbers.get(channel);
    if (number == null) {
      throw new IllegalArgumentException("not one of the account: " + channel);
    }
    return number;
  }

  /** Those that are known; others are left out. */
  ChannelSet known(Collection<Channel> some) {
    return some.stream()
        .filter(numbers::containsKey)
        .map(channel -> ChannelSet.of(of(channel)))
        .reduce(ChannelSet.EMPTY, ChannelSet::with);
  }

  /** The condition to give a proof. */
  Terms terms(Access access) {
    return Terms.anyOf(access.alternatives().stream().map(this::known).toList());
  }

  /** The condition to give a proof, where each channel is a condition itself. */
  Terms terms(Access access, Function<Channel, Terms> each) {
    return access.alternatives().stream()
        .map(all -> all.stream().map(each).reduce(Terms.ALWAYS, Terms::and))
        .reduce(Terms.NEVER, Terms::or);
  }

  /** The channels of a set. */
  Set<Channel> channels(ChannelSet set) {
    return set.numbers().mapToObj(channels::get).collect(Collectors.toUnmodifiableSet());
  }

  /** The access that a condition describes; it can be fulfilled, and not by holding nothing. */
  Access access(Terms terms) {
    return new Access(
        terms.sets().stream().map(this::channels).collect(Collectors.toUnmodifiableSet()));
  }
}

package org.sparekey.domain.policy.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A monotone condition on channels: it holds for who has all of one of these sets. They are the
 * smallest, so that two equal conditions are equal here.
 *
 * @param sets none contains another; sorted
 */
record Terms(List<ChannelSet> sets) {

  /** Nobody fulfils it. */
  static final Terms NEVER = new Terms(List.of());

  /** Who holds nothing fulfils it. */
  static final Terms ALWAYS = new Terms(List.of(ChannelSet.EMPTY));

  /** Any of these. */
  static Terms anyOf(Collection<ChannelSet> sets) {
    return sets.size() == 1 ? new Terms(List.copyOf(sets)) : new Terms(smallest(sets.stream()));
  }

  /** One channel. */
  static Terms of(int number) {
    return new Terms(List.of(ChannelSet.of(number)));
  }

  /** This, or the other. */
  Terms or(Terms other) {
    if (sets.isEmpty() || this.equals(other)) {
      return other;
    }
    return other.sets.isEmpty()
        ? this
        : new Terms(smallest(Stream.concat(sets.stream(), other.sets.stream())));
  }

  /** This and the other. */
  Terms and(Terms other) {
    if (this.equals(ALWAYS)) {
      return other;
    }
    return other.equals(ALWAYS)
        ? this
        : new Terms(smallest(sets.stream().flatMap(one -> other.sets.stream().map(one::with))));
  }

  /** Whether who holds these fulfils it. */
  boolean openTo(ChannelSet held) {
    for (ChannelSet set : sets) {
      if (held.containsAll(set)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it still can be fulfilled when these are gone. */
  boolean survives(ChannelSet lost) {
    for (ChannelSet set : sets) {
      if (!set.meets(lost)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The smallest sets that meet every one of these: who loses one of them cannot fulfil the
   * condition any more. After Berge, one set at a time.
   */
  Terms transversals() {
    List<ChannelSet> found = ALWAYS.sets;
    for (ChannelSet set : sets) {
      found = meetingToo(found, set);
    }
    return new Terms(found.stream().sorted().toList());
  }

  /** What grows by one channel cannot contain what grew as well, only what was kept. */
  private static List<ChannelSet> meetingToo(List<ChannelSet> found, ChannelSet set) {
    List<ChannelSet> kept = found.stream().filter(set::meets).toList();
    List<ChannelSet> all = new ArrayList<>(kept);
    for (ChannelSet one : found) {
      if (!set.meets(one)) {
        set.numbers()
            .mapToObj(number -> one.with(ChannelSet.of(number)))
            .filter(grown -> kept.stream().noneMatch(grown::containsAll))
            .forEach(all::add);
      }
    }
    return all;
  }

  private static List<ChannelSet> smallest(Stream<ChannelSet> sets) {
    List<ChannelSet> smallest = new ArrayList<>();
    sets.sorted()
        .forEach(
            set -> {
              if (smallest.stream().noneMatch(set::containsAll)) {
                smallest.add(set);
              }
            });
    return List.copyOf(smallest);
  }
}

package org.sparekey.domain.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody must hold to give a proof: one of several sets of channels, each of which is enough
 * when it is held whole. A password is in the memory, or behind a mailbox that resets it; the words
 * of two recovery contacts of three are with any two of them.
 *
 * @param alternatives none contains another; none is empty, nor is the whole
 */
public record Access(Set<Set<Channel>> alternatives) {

  /**
   * Keeps the smallest alternatives: who holds more holds them, too. Refuses what needs nothing.
   */
  public Access {
    if (alternatives.isEmpty() || alternatives.stream().anyMatch(Set::isEmpty)) {
      throw new IllegalArgumentException("a proof that needs no channel proves nothing");
    }
    alternatives = smallest(alternatives);
  }

  /** Each of these alone is enough. */
  public static Access anyOf(Collection<Channel> channels) {
    return new Access(channels.stream().map(Set::of).collect(Collectors.toSet()));
  }

  /** Each of these alone is enough. */
  public static Access anyOf(Channel... channels) {
    return anyOf(Arrays.asList(channels));
  }

  /** All of these are needed. */
  public static Access allOf(Collection<Channel> channels) {
    return new Access(Set.of(Set.copyOf(channels)));
  }

  /**
   * Any {@code threshold} of these are needed.
   *
   * @param threshold from 1 to the number of channels
   */
  public static Access threshold(int threshold, Collection<Channel> channels) {
    List<Channel> all = List.copyOf(Set.copyOf(channels));
    if (threshold < 1 || threshold > all.size()) {
      throw new IllegalArgumentException(threshold + " of " + all.size() + " channels");
    }
    List<Set<Channel>> chosen = new ArrayList<>();
    choose(all, 0, threshold, new HashSet<>(), chosen);
    return new Access(Set.copyOf(chosen));
  }

  /** This, or the other. */
  public Access or(Access other) {
    Set<Set<Channel>> both = new HashSet<>(alternatives);
    both.addAll(other.alternatives);
    return new Access(both);
  }

  /** This and the other. */
  public Access and(Access other) {
    Set<Set<Channel>> both = new HashSet<>();
    for (Set<Channel> mine : alternatives) {
      for (Set<Channel> his : other.alternatives) {
        Set<Channel> all = new HashSet<>(mine);
        all.addAll(his);
        both.add(all);
      }
    }
    return new Access(both);
  }

  /** Every channel that plays a part. */
  public Set<Channel> channels() {
    return alternatives.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether who holds these channels can give the proof. */
  public boolean openTo(Set<Channel> held) {
    return alternatives.stream().anyMatch(held::containsAll);
  }

  private static Set<Set<Channel>> smallest(Set<Set<Channel>> all) {
    if (all.size() == 1) {
      return Set.of(Set.copyOf(all.iterator().next()));
    }
    return all.stream()
        .filter(
            one ->
                all.stream()
                    .noneMatch(other -> other.size() < one.size() && one.containsAll(other)))
        .map(Set::copyOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void choose(
      List<Channel> all, int from, int more, Set<Channel> held, List<Set<Channel>> chosen) {
    if (more == 0) {
      chosen.add(Set.copyOf(held));
      return;
    }
    for (int i = from; i <= all.size() - more; i++) {
      held.add(all.get(i));
      choose(all, i + 1, more - 1, held, chosen);
      held.remove(all.get(i));
    }
  }
}

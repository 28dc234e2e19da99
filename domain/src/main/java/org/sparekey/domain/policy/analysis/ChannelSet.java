package org.sparekey.domain.policy.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A set of channels by number. The first 64 stand in one word, which is all that most accounts
 * need; there may be any number behind them.
 */
final class ChannelSet implements Comparable<ChannelSet> {

  /** No channel. */
  static final ChannelSet EMPTY = new ChannelSet(0, new long[0]);

  private final long first;
  private final long[] more;

  /** The last word of {@code more}, if any, is not zero. */
  private ChannelSet(long first, long[] more) {
    this.first = first;
    this.more = more;
  }

  /** One channel. */
  static ChannelSet of(int number) {
    if (number < Long.SIZE) {
      return new ChannelSet(1L << number, EMPTY.more);
    }
    long[] words = new long[number / Long.SIZE];
    words[words.length - 1] = 1L << number;
    return new ChannelSet(0, words);
  }

  /** These and those. */
  ChannelSet with(ChannelSet other) {
    if (more.length == 0 && other.more.length == 0) {
      return new ChannelSet(first | other.first, more);
    }
    long[] words = Arrays.copyOf(more, Math.max(more.length, other.more.length));
    for (int i = 0; i < other.more.length; i++) {
      words[i] |= other.more[i];
    }
    return new ChannelSet(first | other.first, words);
  }

  /** Whether those are all among these. */
  boolean containsAll(ChannelSet other) {
    if ((other.first & ~first) != 0 || other.more.length > more.length) {
      return false;
    }
    for (int i = 0; i < other.more.length; i++) {
      if ((other.more[i] & ~more[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether these and those have a channel in common. */
  boolean meets(ChannelSet other) {
    if ((first & other.first) != 0) {
      return true;
    }
    for (int i = 0; i < Math.min(more.length, other.more.length); i++) {
      if ((more[i] & other.more[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** How many. */
  int size() {
    int size = Long.bitCount(first);
    for (long word : more) {
      size += Long.bitCount(word);
    }
    return size;
  }

  /** The numbers, ascending. */
  IntStream numbers() {
    return IntStream.range(0, (1 + more.length) * Long.SIZE).filter(this::holds);
  }

  private boolean holds(int number) {
    long word = number < Long.SIZE ? first : more[number / Long.SIZE - 1];
    return (word & 1L << number) != 0;
  }

  /** Small ones first, then those with the lowest numbers. */
  @Override
  public int compareTo(ChannelSet other) {
    int bySize = Integer.compare(size(), other.size());
    if (bySize != 0) {
      return bySize;
    }
    int byFirst = Long.compareUnsigned(Long.reverse(other.first), Long.reverse(first));
    if (byFirst != 0) {
      return byFirst;
    }
    for (int i = 0; i < Math.min(more.length, other.more.length); i++) {
      int byWord = Long.compareUnsigned(Long.reverse(other.more[i]), Long.reverse(more[i]));
      if (byWord != 0) {
        return byWord;
      }
    }
    return Integer.compare(more.length, other.more.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChannelSet that
        && first == that.first
        && Arrays.equals(more, that.more);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(first) + Arrays.hashCode(more);
  }

  @Override
  public String toString() {
    return Arrays.toString(numbers().toArray());
  }
}

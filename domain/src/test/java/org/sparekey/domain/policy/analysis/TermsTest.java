package org.sparekey.domain.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The algebra of conditions, below 64 channels and beyond. */
class TermsTest {

  private static final int ROUNDS = 3_000;
  private static final int CHANNELS = 6;

  private final Random random = new Random(4711);

  @Test
  void anyOfAndAllOfMeanWhatTheyMeanForEverySet() {
    for (int round = 0; round < ROUNDS; round++) {
      int offset = random.nextInt(80);
      Terms one = someTerms(offset);
      Terms other = someTerms(offset);
      for (ChannelSet held : everySet(offset)) {
        assertThat(one.or(other).openTo(held)).isEqualTo(one.openTo(held) || other.openTo(held));
        assertThat(one.and(other).openTo(held)).isEqualTo(one.openTo(held) && other.openTo(held));
        assertThat(one.survives(held)).isEqualTo(one.openTo(without(held, offset)));
      }
    }
  }

  @Test
  void whoLosesATransversalAndNobodyElseCannotFulfilTheCondition() {
    for (int round = 0; round < ROUNDS; round++) {
      int offset = random.nextInt(80);
      Terms terms = someTerms(offset);
      Terms transversals = terms.transversals();
      for (ChannelSet lost : everySet(offset)) {
        assertThat(transversals.openTo(lost)).isEqualTo(!terms.survives(lost));
      }
      assertThat(transversals.transversals()).isEqualTo(terms);
      smallest(transversals);
    }
  }

  @Test
  void twoConditionsThatMeanTheSameAreEqualWhateverTheOrder() {
    for (int round = 0; round < ROUNDS; round++) {
      List<ChannelSet> sets = new ArrayList<>(someTerms(random.nextInt(80)).sets());
      Terms inOrder = Terms.anyOf(sets);
      sets.add(sets.get(0).with(ChannelSet.of(90)));
      Collections.shuffle(sets, random);

      assertThat(Terms.anyOf(sets)).isEqualTo(inOrder);
      smallest(inOrder);
    }
  }

  @Test
  void neverAndAlwaysAreEachOthersTransversals() {
    assertThat(Terms.NEVER.transversals()).isEqualTo(Terms.ALWAYS);
    assertThat(Terms.ALWAYS.transversals()).isEqualTo(Terms.NEVER);
    assertThat(Terms.of(3).or(Terms.NEVER)).isEqualTo(Terms.of(3));
    assertThat(Terms.of(3).or(Terms.ALWAYS)).isEqualTo(Terms.ALWAYS);
    assertThat(Terms.of(3).and(Terms.ALWAYS)).isEqualTo(Terms.of(3));
    assertThat(Terms.of(3).and(Terms.NEVER)).isEqualTo(Terms.NEVER);
  }

  @Test
  void aSetOfChannelsIsASetOfNumbersHoweverLarge() {
    for (int round = 0; round < ROUNDS; round++) {
      Set<Integer> these = someNumbers();
      Set<Integer> those = someNumbers();
      Set<Integer> both = new HashSet<>(these);
      both.addAll(those);

      assertThat(set(these).with(set(those))).isEqualTo(set(both)).hasSameHashCodeAs(set(both));
      assertThat(set(these).containsAll(set(those))).isEqualTo(these.containsAll(those));
      assertThat(set(these).meets(set(those))).isEqualTo(!Collections.disjoint(these, those));
      assertThat(set(these).size()).isEqualTo(these.size());
      assertThat(set(these).numbers().boxed())
          .isSorted()
          .containsExactlyInAnyOrderElementsOf(these);
      assertThat(set(these).equals(set(those))).isEqualTo(these.equals(those));
      assertThat(Integer.signum(set(these).compareTo(set(those))))
          .isEqualTo(-Integer.signum(set(those).compareTo(set(these))));
      assertThat(set(these).compareTo(set(those)) == 0).isEqualTo(these.equals(those));
    }
  }

  private static void smallest(Terms terms) {
    for (ChannelSet one : terms.sets()) {
      assertThat(terms.sets().stream().filter(one::containsAll)).containsExactly(one);
    }
  }

  private Set<Integer> someNumbers() {
    return random.ints(random.nextInt(5), 0, 200).boxed().collect(Collectors.toSet());
  }

  private static ChannelSet set(Set<Integer> numbers) {
    return numbers.stream().map(ChannelSet::of).reduce(ChannelSet.EMPTY, ChannelSet::with);
  }

  private Terms someTerms(int offset) {
    return Terms.anyOf(
        IntStream.rangeClosed(0, random.nextInt(4))
            .mapToObj(
                i ->
                    set(
                        random
                            .ints(1 + random.nextInt(3), offset, offset + CHANNELS)
                            .boxed()
                            .collect(Collectors.toSet())))
            .toList());
  }

  private static List<ChannelSet> everySet(int offset) {
    return IntStream.range(0, 1 << CHANNELS)
        .mapToObj(
            mask ->
                set(
                    IntStream.range(0, CHANNELS)
                        .filter(i -> (mask & 1 << i) != 0)
                        .mapToObj(i -> offset + i)
                        .collect(Collectors.toSet())))
        .toList();
  }

  private static ChannelSet without(ChannelSet lost, int offset) {
    return set(
        IntStream.range(offset, offset + CHANNELS)
            .filter(number -> !lost.meets(ChannelSet.of(number)))
            .boxed()
            .collect(Collectors.toSet()));
  }
}

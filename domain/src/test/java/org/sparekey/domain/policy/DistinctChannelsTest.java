package org.sparekey.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Attacks rows 1 and 2: what one thief can give is one proof. */
class DistinctChannelsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Channel MEMORY = Channel.memory();
  private static final Channel MAILBOX = Channel.mailbox("1");
  private static final int ROUNDS = 2_000;

  private final Random random = new Random(42);

  @Test
  void aPasswordAndACodeMailedElsewhereAreTwo() {
    assertThat(DistinctChannels.hold(List.of(proof(MEMORY), proof(MAILBOX)))).isTrue();
  }

  @Test
  void aPasswordThatTheMailboxCanResetAndACodeToItAreOne() {
    assertThat(DistinctChannels.hold(List.of(proof(MEMORY, MAILBOX), proof(MAILBOX)))).isFalse();
  }

  @Test
  void twoMailboxesAreTwo() {
    assertThat(DistinctChannels.hold(List.of(proof(MAILBOX), proof(Channel.mailbox("2")))))
        .isTrue();
  }

  @Test
  void threeProofsFromTwoChannelsAreNotThree() {
    assertThat(
            DistinctChannels.hold(List.of(proof(MEMORY), proof(MAILBOX), proof(MEMORY, MAILBOX))))
        .isFalse();
  }

  @Test
  void noProofNeedsNoChannel() {
    assertThat(DistinctChannels.hold(List.of())).isTrue();
    assertThatThrownBy(() -> proof()).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theyHoldWhereTryingEverySetFindsNoFewer() {
    for (int round = 0; round < ROUNDS; round++) {
      List<EvidenceGiven> proofs = someProofs();

      assertThat(DistinctChannels.hold(proofs)).isEqualTo(byTryingEverySet(proofs));
    }
  }

  @Test
  void theWordsOfTwoPeopleDoNotMakeUpForTwoProofsThatAreOne() {
    EvidenceGiven words =
        new EvidenceGiven(
            EvidenceKind.RECOVERY_CONTACTS,
            Access.threshold(2, List.of(Channel.person("1"), Channel.person("2"))),
            NOW);

    assertThat(DistinctChannels.hold(List.of(proof(MEMORY), words))).isTrue();
    assertThat(DistinctChannels.hold(List.of(proof(MEMORY, MAILBOX), proof(MAILBOX), words)))
        .isFalse();
  }

  @Test
  void oneMoreWayToGiveAProofNeverHelpsTheOwner() {
    for (int round = 0; round < ROUNDS; round++) {
      List<EvidenceGiven> proofs = someProofs();
      List<EvidenceGiven> easier = new ArrayList<>(proofs);
      int changed = random.nextInt(proofs.size());
      Access more = proofs.get(changed).obtainableBy().or(Access.anyOf(someChannel()));
      easier.set(changed, new EvidenceGiven(EvidenceKind.PASSWORD, more, NOW));

      if (!DistinctChannels.hold(proofs)) {
        assertThat(DistinctChannels.hold(easier)).isFalse();
      }
    }
  }

  @Test
  void theOrderDoesNotMatter() {
    for (int round = 0; round < ROUNDS; round++) {
      List<EvidenceGiven> proofs = someProofs();
      List<EvidenceGiven> shuffled = new ArrayList<>(proofs);
      Collections.shuffle(shuffled, random);

      assertThat(DistinctChannels.hold(shuffled)).isEqualTo(DistinctChannels.hold(proofs));
    }
  }

  @Test
  void twoProofsThatShareAChannelNeverCountTwice() {
    for (int round = 0; round < ROUNDS; round++) {
      Channel shared = someChannel();
      List<EvidenceGiven> proofs = new ArrayList<>(someProofs());
      proofs.add(proof(shared, someChannel()));
      proofs.add(proof(shared, someChannel()));

      assertThat(DistinctChannels.hold(proofs)).isFalse();
    }
  }

  private List<EvidenceGiven> someProofs() {
    List<EvidenceGiven> proofs = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Set<Set<Channel>> alternatives = new HashSet<>();
      int size = 1 + random.nextInt(3);
      for (int j = 0; j < size; j++) {
        Set<Channel> together = new HashSet<>(Set.of(someChannel()));
        if (random.nextInt(4) == 0) {
          together.add(someChannel());
        }
        alternatives.add(together);
      }
      proofs.add(new EvidenceGiven(EvidenceKind.PASSWORD, new Access(alternatives), NOW));
    }
    return proofs;
  }

  private Channel someChannel() {
    int number = random.nextInt(6);
    return number == 0 ? MEMORY : Channel.mailbox(Integer.toString(number));
  }

  /** Every set of channels against every part of the proofs. */
  private static boolean byTryingEverySet(List<EvidenceGiven> proofs) {
    Set<Channel> all = new HashSet<>();
    proofs.forEach(proof -> all.addAll(proof.obtainableBy().channels()));
    List<Channel> channels = List.copyOf(all);
    for (int mask = 0; mask < 1 << channels.size(); mask++) {
      Set<Channel> held = new HashSet<>();
      for (int i = 0; i < channels.size(); i++) {
        if ((mask & 1 << i) != 0) {
          held.add(channels.get(i));
        }
      }
      for (int part = 1; part < 1 << proofs.size(); part++) {
        int chosen = part;
        boolean gives =
            IntStream.range(0, proofs.size())
                .filter(i -> (chosen & 1 << i) != 0)
                .allMatch(i -> proofs.get(i).obtainableBy().openTo(held));
        if (gives && held.size() < Integer.bitCount(part)) {
          return false;
        }
      }
    }
    return true;
  }

  private static EvidenceGiven proof(Channel... channels) {
    return new EvidenceGiven(EvidenceKind.PASSWORD, Access.anyOf(List.of(channels)), NOW);
  }
}

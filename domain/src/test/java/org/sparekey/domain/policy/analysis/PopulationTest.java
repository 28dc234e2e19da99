package org.sparekey.domain.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparekey.domain.policy.EvidenceKind.MAILED_CODE;
import static org.sparekey.domain.policy.EvidenceKind.PASSWORD;
import static org.sparekey.domain.policy.EvidenceKind.RECOVERY_CODE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.RiskAssessment.Level;
import org.sparekey.domain.policy.ShippedPolicies;

/** Accounts of one shape are looked at once. */
class PopulationTest {

  private final Random random = new Random(99);

  @Test
  void namesAndOrderDoNotMakeAShape() {
    RandomAccounts accounts = new RandomAccounts(31, 7);
    for (int round = 0; round < 1_000; round++) {
      AccountProfile profile = accounts.profile();
      AccountProfile canonical = CanonicalProfile.of(profile);

      assertThat(CanonicalProfile.of(likewise(profile))).isEqualTo(canonical);
      assertThat(CanonicalProfile.of(canonical)).isEqualTo(canonical);
    }
  }

  @Test
  void theCanonicalFormMeansTheSame() {
    RandomAccounts accounts = new RandomAccounts(32, 6);
    for (int round = 0; round < 500; round++) {
      RecoveryPolicy policy = accounts.policy();
      AccountProfile profile = accounts.profile();
      AccountProfile canonical = CanonicalProfile.of(profile);

      assertThat(sizes(policy, canonical)).isEqualTo(sizes(policy, profile));
      assertThat(CanonicalProfile.of(profile).proofs())
          .hasSameSizeAs(profile.proofs().stream().distinct().toList());
    }
  }

  @Test
  void accountsThatDifferInOneThingHaveTwoShapes() {
    AccountProfile one = ada("a", "b").build();

    assertThat(CanonicalProfile.of(ada("x", "y").build())).isEqualTo(CanonicalProfile.of(one));
    assertThat(CanonicalProfile.of(ada("x", "y").recoveryCodes().build()))
        .isNotEqualTo(CanonicalProfile.of(one));
    assertThat(CanonicalProfile.of(ada("x", "y").mailbox("2").build()))
        .isNotEqualTo(CanonicalProfile.of(one));
    assertThat(
            CanonicalProfile.of(
                ada("x", "y").needs(Channel.mailbox("y"), Channel.device("x")).build()))
        .isNotEqualTo(CanonicalProfile.of(one));
  }

  @Test
  void manyThingsOfAKindAreStillOneShape() {
    AccountProfile pairs = pairs("");
    long started = System.nanoTime();

    assertThat(CanonicalProfile.of(likewise(pairs))).isEqualTo(CanonicalProfile.of(pairs("x")));
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
  }

  /** Twelve devices with a mailbox each, and nine people. */
  private static AccountProfile pairs(String prefix) {
    ProfileBuilder builder = new ProfileBuilder().password();
    for (int i = 0; i < 12; i++) {
      String name = prefix + i;
      builder
          .factor(FactorKind.TOTP, name)
          .mailbox(name)
          .reaches(Channel.device(name), Channel.mailbox(name));
    }
    return builder.contacts(4, Set.of("1", "2", "3", "4", "5", "6", "7", "8", "9")).build();
  }

  @Test
  void theTotalsCountEveryAccountOfAShape() {
    Census census = new Census();
    IntStream.range(0, 30).forEach(i -> census.add(ada("phone" + i, "m" + i).build()));
    IntStream.range(0, 12)
        .forEach(
            i ->
                census.add(
                    ada("phone" + i, "m" + i)
                        .needs(Channel.mailbox("m" + i), Channel.device("phone" + i))
                        .build()));
    census.add(new ProfileBuilder().passkey("laptop").mailbox("1").build(), 5);
    census.add(new ProfileBuilder().mailbox("1").build(), 3);
    Population population = census.population();
    PopulationAnalysis analysis = PopulationAnalysis.of(ShippedPolicies.standard(), population);

    assertThat(population.profiles()).hasSize(4);
    assertThat(population.accounts()).isEqualTo(50);
    assertThat(analysis.accounts()).isEqualTo(50);
    assertThat(analysis.lockedOutByOneDevice()).as("protected mail, lone passkey").isEqualTo(17);
    assertThat(analysis.delayedByOneDevice()).isEqualTo(30);
    assertThat(analysis.openedByOneChannel()).as("a passkey signs in alone").isEqualTo(5);
    assertThat(analysis.openedByOneChannelInRecovery()).isZero();
    assertThat(analysis.lockedOut()).isEqualTo(3);
    assertThat(analysis.findings().get(0).accounts()).isEqualTo(30);
  }

  @Test
  void aNewerPolicyWeakensThoseWhoseThievesGetInSooner() {
    Population population =
        new Census()
            .add(ada("a", "b").build(), 10)
            .add(ada("a", "b").recoveryCodes().build(), 7)
            .population();
    RecoveryPolicy older = Policies.of(Policies.after(24, PASSWORD, MAILED_CODE));
    RecoveryPolicy newer =
        Policies.of(
            Policies.after(4, PASSWORD, MAILED_CODE), Policies.after(24, PASSWORD, RECOVERY_CODE));

    PolicyComparison comparison = PolicyComparison.between(older, newer, population);

    assertThat(comparison.weakened()).isEqualTo(17);
    assertThat(comparison.lockedOut()).isZero();
    assertThat(comparison.changes().get(0).weakenings())
        .containsExactly(
            new Weakening(
                Set.of(Channel.memory(), Channel.mailbox("1")),
                Level.LOW,
                Optional.of(Duration.ofHours(24)),
                Duration.ofHours(4)));
    assertThat(comparison.changes().get(1).weakenings())
        .extracting(Weakening::before)
        .containsExactlyInAnyOrder(Optional.of(Duration.ofHours(24)), Optional.empty());
  }

  @Test
  void aNewerPolicyLocksOutThoseWhoLackWhatItAsks() {
    Population population =
        new Census()
            .add(ada("a", "b").build(), 10)
            .add(ada("a", "b").recoveryCodes().build(), 7)
            .population();

    PolicyComparison comparison =
        PolicyComparison.between(
            Policies.of(Policies.after(24, PASSWORD, MAILED_CODE)),
            Policies.of(Policies.after(24, PASSWORD, MAILED_CODE, RECOVERY_CODE)),
            population);

    assertThat(comparison.weakened()).isZero();
    assertThat(comparison.lockedOut()).isEqualTo(17);
    assertThat(comparison.changes().get(0).lockouts())
        .extracting(LossSet::channels)
        .containsExactly(Set.of(Channel.device("1")));
    assertThat(comparison.changes().get(1).lockouts())
        .extracting(LossSet::channels)
        .containsExactly(Set.of(Channel.paper(), Channel.device("1")));
  }

  @Test
  void comparisonAndEverySetAgree() {
    RandomAccounts accounts = new RandomAccounts(33, 6);
    int worse = 0;
    for (int round = 0; round < 400; round++) {
      RecoveryPolicy older = accounts.policy();
      RecoveryPolicy newer = accounts.policy();
      AccountProfile profile = accounts.profile();
      ProfileChange change = ProfileChange.between(older, newer, profile, 1);
      EverySet before = new EverySet(older, profile);
      EverySet after = new EverySet(newer, profile);
      boolean weakened = before.sets().anyMatch(set -> sooner(before, after, set));
      boolean locks = before.sets().anyMatch(set -> before.left(set) && !after.left(set));

      assertThat(change.weakened()).isEqualTo(weakened);
      assertThat(change.locksOut()).isEqualTo(locks);
      worse += weakened ? 1 : 0;
    }
    assertThat(worse).isBetween(40, 360);
  }

  private static boolean sooner(EverySet before, EverySet after, Set<Channel> stolen) {
    for (Level level : Level.values()) {
      for (int staff = 0; staff <= 2; staff++) {
        Optional<Duration> then = before.opensAfter(stolen, staff, level);
        Optional<Duration> now = after.opensAfter(stolen, staff, level);
        if (now.isPresent() && (then.isEmpty() || now.get().compareTo(then.get()) < 0)) {
          return true;
        }
      }
    }
    return false;
  }

  private static ProfileBuilder ada(String device, String mailbox) {
    return new ProfileBuilder().password().factor(FactorKind.TOTP, device).mailbox(mailbox);
  }

  /** How many theft and loss sets of which size. */
  private static List<List<Integer>> sizes(RecoveryPolicy policy, AccountProfile profile) {
    AccountAnalysis analysis = AccountAnalysis.of(policy, profile);
    return List.of(
        analysis.thefts(Level.LOW).stream().map(it -> it.channels().size()).sorted().toList(),
        analysis.lockouts().stream().map(it -> it.channels().size()).sorted().toList(),
        analysis.delays().stream().map(it -> it.channels().size()).sorted().toList());
  }

  /** The same account with other names, in another order. */
  private AccountProfile likewise(AccountProfile profile) {
    List<Channel> channels = new ArrayList<>(profile.channels().distinct().toList());
    Collections.shuffle(channels, random);
    AccountProfile renamed = new Renaming(channels).of(profile);
    List<SignIn> signIns = new ArrayList<>(renamed.signIns());
    List<ProofSource> proofs = new ArrayList<>(renamed.proofs());
    Collections.shuffle(signIns, random);
    Collections.shuffle(proofs, random);
    return new AccountProfile(signIns, proofs, renamed.notices(), renamed.needs());
  }
}

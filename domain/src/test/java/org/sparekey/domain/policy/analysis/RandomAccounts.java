package org.sparekey.domain.policy.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.Holds;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;

/** Policies and accounts that nobody would think of, the same ones in every run. */
final class RandomAccounts {

  private static final int[] HOLDS = {0, 0, 4, 24, 72};
  private static final List<EvidenceKind> GIVEN =
      Arrays.stream(EvidenceKind.values())
          .filter(kind -> kind != EvidenceKind.SURVIVING_FACTOR)
          .toList();

  private final Random random;
  private final int mostChannels;

  RandomAccounts(long seed, int mostChannels) {
    this.random = new Random(seed);
    this.mostChannels = mostChannels;
  }

  RecoveryPolicy policy() {
    List<RecoveryPath> paths = some(1, 5, this::path);
    return new RecoveryPolicy(
        new PolicyVersion("random", 1), "Random", paths, PolicyRules.usual(Duration.ZERO));
  }

  private RecoveryPath path() {
    int low = HOLDS[random.nextInt(HOLDS.length)];
    int elevated = low + HOLDS[random.nextInt(HOLDS.length)];
    int high = elevated + HOLDS[random.nextInt(HOLDS.length)];
    return new RecoveryPath(
        new HashSet<>(some(1, 3, () -> one(Arrays.asList(EvidenceKind.values())))),
        Holds.hours(low, elevated, high),
        random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0);
  }

  AccountProfile profile() {
    List<Channel> pool = pool();
    return new AccountProfile(
        some(0, 2, () -> signIn(pool)),
        some(1, 7, () -> proof(pool)),
        new HashSet<>(some(0, 2, () -> one(pool))),
        new HashSet<>(some(0, 3, () -> new Need(one(pool), access(pool)))));
  }

  private List<Channel> pool() {
    List<Channel> pool =
        new ArrayList<>(
            Stream.of(
                    Channel.memory(),
                    Channel.paper(),
                    Channel.mailbox("1"),
                    Channel.mailbox("2"),
                    Channel.device("1"),
                    Channel.device("2"),
                    Channel.number("1"),
                    Channel.person("1"),
                    Channel.person("2"),
                    Channel.browser("1"))
                .toList());
    Collections.shuffle(pool, random);
    return pool.subList(0, 2 + random.nextInt(mostChannels - 1));
  }

  private SignIn signIn(List<Channel> pool) {
    return new SignIn(
        one(Arrays.asList(SignInKind.values())),
        some(1, 2, () -> one(GIVEN)),
        access(pool),
        access(pool));
  }

  private ProofSource proof(List<Channel> pool) {
    Access access = access(pool);
    return switch (random.nextInt(3)) {
      case 0 -> new ProofSource(one(GIVEN), access);
      case 1 -> new ProofSource(one(GIVEN), access, access(pool));
      default -> new ProofSource(one(GIVEN), access, access.or(access(pool)), access(pool));
    };
  }

  private Access access(List<Channel> pool) {
    return new Access(new HashSet<>(some(1, 3, () -> Set.copyOf(some(1, 2, () -> one(pool))))));
  }

  <E> E one(List<E> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <E> List<E> some(int least, int most, Supplier<E> each) {
    List<E> some = new ArrayList<>();
    int count = least + random.nextInt(most - least + 1);
    for (int i = 0; i < count; i++) {
      some.add(each.get());
    }
    return some;
  }
}

package org.sparekey.domain.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.RiskAssessment.Level;

/**
 * The analysis and the decision agree on every set of channels of thousands of random accounts
 * under random policies: who opens, how soon, who hears of it, who is locked out.
 */
class AnalysisAgainstEverySetTest {

  private static final int ACCOUNTS = 4_000;

  private final RandomAccounts random = new RandomAccounts(20261123, 6);

  @Test
  void aSetOpensTheAccountIfAndOnlyIfTheDecisionLetsItsHolderIn(TestReporter report) {
    int sets = 0;
    int opening = 0;
    for (int account = 0; account < ACCOUNTS; account++) {
      RecoveryPolicy policy = random.policy();
      AccountProfile profile = random.profile();
      AccountAnalysis analysis = AccountAnalysis.of(policy, profile);
      EverySet reference = new EverySet(policy, profile);
      Level level = random.one(List.of(Level.values()));
      List<TheftSet> thefts = analysis.thefts(level);
      List<TheftSet> atOnce = analysis.theftsAtOnce(level);
      List<TheftSet> byRecovery = analysis.theftsByRecovery(level);
      for (Set<Channel> stolen : reference.sets().toList()) {
        for (int staff = 0; staff <= RecoveryPath.MOST_APPROVALS; staff++) {
          Optional<Duration> expected = reference.opensAfter(stolen, staff, level);
          Set<Channel> held = withStaff(stolen, staff);

          assertThat(within(thefts, held)).isEqualTo(expected.isPresent());
          assertThat(within(atOnce, held)).isEqualTo(expected.filter(Duration::isZero).isPresent());
          assertThat(within(byRecovery, held))
              .isEqualTo(reference.recoversAfter(stolen, staff, level).isPresent());
          sets++;
          opening += expected.isPresent() ? 1 : 0;
        }
        assertThat(analysis.heard(stolen)).isEqualTo(reference.heard(stolen));
      }
    }
    report.publishEntry("accounts", Integer.toString(ACCOUNTS));
    report.publishEntry("sets tried", Integer.toString(sets));
    report.publishEntry("sets that open", Integer.toString(opening));
    assertThat(sets).isGreaterThan(100_000);
    assertThat(opening).isBetween(sets / 10, sets * 9 / 10);
  }

  @Test
  void everyTheftSetIsSmallestAndLeavesTheTimeThatTheDecisionLeaves() {
    int found = 0;
    for (int account = 0; account < ACCOUNTS; account++) {
      RecoveryPolicy policy = random.policy();
      AccountProfile profile = random.profile();
      EverySet reference = new EverySet(policy, profile);
      Level level = random.one(List.of(Level.values()));
      for (TheftSet theft : AccountAnalysis.of(policy, profile).thefts(level)) {
        assertThat(opensAfter(reference, theft.channels(), level)).contains(theft.toReact());
        assertThat(theft.heard()).isEqualTo(reference.heard(theft.channels()));
        assertThat(theft.ways()).isNotEmpty();
        for (Channel channel : theft.channels()) {
          Set<Channel> less = new HashSet<>(theft.channels());
          less.remove(channel);
          assertThat(opensAfter(reference, less, level)).isEmpty();
        }
        found++;
      }
    }
    assertThat(found).isGreaterThan(ACCOUNTS);
  }

  @Test
  void aLossLocksOutOrDelaysIfAndOnlyIfNothingIsLeft() {
    int sets = 0;
    for (int account = 0; account < ACCOUNTS; account++) {
      RecoveryPolicy policy = random.policy();
      AccountProfile profile = random.profile();
      AccountAnalysis analysis = AccountAnalysis.of(policy, profile);
      EverySet reference = new EverySet(policy, profile);
      List<LossSet> lockouts = analysis.lockouts();
      List<LossSet> delays = analysis.delays();
      for (Set<Channel> lost : reference.sets().toList()) {
        boolean locked = !reference.left(lost);

        assertThat(lossWithin(lockouts, lost)).isEqualTo(locked);
        assertThat(locked || lossWithin(delays, lost)).isEqualTo(!reference.leftAtOnce(lost));
        assertThat(analysis.left(lost, Level.LOW).isEmpty()).isEqualTo(locked);
        sets++;
      }
      lockouts.forEach(loss -> assertThat(loss.left()).isEmpty());
      delays.forEach(loss -> assertThat(loss.left()).isPresent());
      smallest(lockouts, reference::left);
      smallest(delays, reference::leftAtOnce);
    }
    assertThat(sets).isGreaterThan(50_000);
  }

  private static void smallest(List<LossSet> losses, Predicate<Set<Channel>> left) {
    for (LossSet loss : losses) {
      for (Channel channel : loss.channels()) {
        Set<Channel> less = new HashSet<>(loss.channels());
        less.remove(channel);
        assertThat(left.test(less)).isTrue();
      }
    }
  }

  private static Optional<Duration> opensAfter(
      EverySet reference, Set<Channel> stolen, Level level) {
    int staff = (int) stolen.stream().filter(it -> it.kind() == Channel.Kind.STAFF).count();
    return reference.opensAfter(stolen, staff, level);
  }

  private static Set<Channel> withStaff(Set<Channel> stolen, int staff) {
    Set<Channel> held = new HashSet<>(stolen);
    IntStream.rangeClosed(1, staff).mapToObj(Channel::staff).forEach(held::add);
    return held;
  }

  private static boolean within(List<TheftSet> thefts, Set<Channel> held) {
    return thefts.stream().anyMatch(theft -> held.containsAll(theft.channels()));
  }

  private static boolean lossWithin(List<LossSet> losses, Set<Channel> lost) {
    return losses.stream().anyMatch(loss -> lost.containsAll(loss.channels()));
  }
}

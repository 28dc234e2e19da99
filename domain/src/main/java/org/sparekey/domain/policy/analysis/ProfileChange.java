package org.sparekey.domain.policy.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.RiskAssessment.Level;

/**
 * What a newer policy changes for the accounts of one shape, for the worse.
 *
 * @param accounts how many have it
 * @param weakenings the smallest sets that open them, or open them sooner
 * @param lockouts the smallest sets whose loss locks their owners out, and did not before
 */
public record ProfileChange(
    AccountProfile profile, long accounts, List<Weakening> weakenings, List<LossSet> lockouts) {

  /** Copies both lists. */
  public ProfileChange {
    weakenings = List.copyOf(weakenings);
    lockouts = List.copyOf(lockouts);
  }

  static ProfileChange between(
      RecoveryPolicy older, RecoveryPolicy newer, AccountProfile profile, long accounts) {
    return between(
        AccountAnalysis.of(older, profile), AccountAnalysis.of(newer, profile), profile, accounts);
  }

  /**
   * What changes for accounts that prove other things under the newer policy, such as by two of
   * their recovery contacts where it was three.
   *
   * @param profile under the newer policy
   */
  public static ProfileChange between(
      AccountAnalysis before, AccountAnalysis after, AccountProfile profile, long accounts) {
    Terms kept = before.owner(way -> true);
    return new ProfileChange(
        profile,
        accounts,
        weakenings(before, after),
        after.lockouts().stream()
            .filter(loss -> kept.survives(before.numbers().known(loss.channels())))
            .toList());
  }

  /** Whether somebody gets in who did not, or sooner. */
  public boolean weakened() {
    return !weakenings.isEmpty();
  }

  /** Whether a loss locks out that did not. */
  public boolean locksOut() {
    return !lockouts.isEmpty();
  }

  private static List<Weakening> weakenings(AccountAnalysis before, AccountAnalysis after) {
    List<ChannelSet> seen = new ArrayList<>();
    List<Weakening> weakenings = new ArrayList<>();
    for (Level level : Level.values()) {
      Terms sooner =
          Terms.anyOf(
              after.ways().stream()
                  .flatMap(way -> way.theft().sets().stream())
                  .filter(set -> opensSooner(before, after, set, level))
                  .toList());
      sooner.sets().stream()
          .filter(set -> seen.stream().noneMatch(set::containsAll))
          .forEach(set -> weakenings.add(weakening(before, after, set, level)));
      seen.addAll(sooner.sets());
    }
    return weakenings;
  }

  private static Weakening weakening(
      AccountAnalysis before, AccountAnalysis after, ChannelSet set, Level level) {
    return new Weakening(
        after.numbers().channels(set),
        level,
        opensAfter(before, same(before, after, set), level),
        opensAfter(after, set, level).orElseThrow());
  }

  private static boolean opensSooner(
      AccountAnalysis before, AccountAnalysis after, ChannelSet set, Level level) {
    Duration now = opensAfter(after, set, level).orElseThrow();
    return opensAfter(before, same(before, after, set), level)
        .filter(then -> then.compareTo(now) <= 0)
        .isEmpty();
  }

  /** The same channels by their numbers before; what was not there is left out. */
  private static ChannelSet same(AccountAnalysis before, AccountAnalysis after, ChannelSet set) {
    return before.numbers().known(after.numbers().channels(set));
  }

  private static Optional<Duration> opensAfter(
      AccountAnalysis analysis, ChannelSet set, Level level) {
    Stream<WayIn> open = analysis.ways().stream().filter(way -> way.theft().openTo(set));
    return open.map(way -> way.hold(level)).min(Duration::compareTo);
  }
}

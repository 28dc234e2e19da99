package org.sparekey.domain.policy.analysis;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.RiskAssessment.Level;

/**
 * Where a policy makes an account easier to break into than its sign-in does.
 *
 * @param singleChannels each of these alone opens the account by a recovery: publishing such a
 *     policy takes a second signature (attacks row 1)
 * @param besideSignIn the smallest sets that open it by a recovery and hold no set that opens the
 *     sign-in, at low risk
 */
public record Weakness(Set<Channel> singleChannels, List<TheftSet> besideSignIn) {

  /** Copies both. */
  public Weakness {
    singleChannels = Set.copyOf(singleChannels);
    besideSignIn = List.copyOf(besideSignIn);
  }

  /** For one account. */
  public static Weakness of(RecoveryPolicy policy, AccountProfile profile) {
    return of(AccountAnalysis.of(policy, profile));
  }

  /** For one account. */
  public static Weakness of(AccountAnalysis analysis) {
    List<TheftSet> thefts = analysis.theftsByRecovery(Level.LOW);
    Terms signIn = analysis.theft(way -> !way.recovery());
    return new Weakness(
        single(thefts),
        thefts.stream()
            .filter(theft -> !signIn.openTo(analysis.numbers().known(theft.channels())))
            .toList());
  }

  /** The channels that stand alone in a theft set. */
  static Set<Channel> single(List<TheftSet> thefts) {
    return thefts.stream()
        .filter(theft -> theft.channels().size() == 1)
        .flatMap(theft -> theft.channels().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether one channel is enough for a recovery. */
  public boolean singleChannel() {
    return !singleChannels.isEmpty();
  }
}

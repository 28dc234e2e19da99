package org.sparekey.domain.policy.analysis;

import java.util.Set;
import java.util.stream.Collectors;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.RiskAssessment.Level;

/**
 * What a policy means for the accounts of one shape.
 *
 * @param accounts how many have it
 * @param lockedOut nothing opens them, even with all that they have
 * @param lockingDevices each of these devices, lost alone, locks the owner out for good
 * @param waitingDevices each of these, lost alone, leaves a way, but none at once
 * @param openingChannels each of these, stolen alone, opens the account, by whatever way
 * @param openingByRecovery those that do so by a recovery
 */
public record ProfileFindings(
    AccountProfile profile,
    long accounts,
    boolean lockedOut,
    Set<Channel> lockingDevices,
    Set<Channel> waitingDevices,
    Set<Channel> openingChannels,
    Set<Channel> openingByRecovery) {

  static ProfileFindings of(RecoveryPolicy policy, AccountProfile profile, long accounts) {
    AccountAnalysis analysis = AccountAnalysis.of(policy, profile);
    Set<Channel> locking = without(analysis, analysis.owner(way -> true));
    Set<Channel> waiting = without(analysis, analysis.owner(WayIn::immediate));
    return new ProfileFindings(
        profile,
        accounts,
        analysis.lockedOutAlready(),
        locking,
        waiting.stream()
            .filter(device -> !locking.contains(device))
            .collect(Collectors.toUnmodifiableSet()),
        Weakness.single(analysis.thefts(Level.LOW)),
        Weakness.single(analysis.theftsByRecovery(Level.LOW)));
  }

  /** The devices without which the condition cannot be fulfilled. */
  private static Set<Channel> without(AccountAnalysis analysis, Terms owner) {
    return analysis.profile().devices().stream()
        .filter(device -> !owner.survives(analysis.numbers().known(Set.of(device))))
        .collect(Collectors.toUnmodifiableSet());
  }
}

package org.sparekey.domain.policy.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.sparekey.domain.policy.RecoveryPolicy;

/**
 * What a policy means for many accounts: each shape is looked at once, and counted as often as it
 * occurs.
 *
 * @param findings by shape, the most frequent first
 */
public record PopulationAnalysis(List<ProfileFindings> findings) {

  /** Copies the list. */
  public PopulationAnalysis {
    findings = List.copyOf(findings);
  }

  /** Looks at each shape. */
  public static PopulationAnalysis of(RecoveryPolicy policy, Population population) {
    return new PopulationAnalysis(
        population.profiles().entrySet().stream()
            .map(entry -> ProfileFindings.of(policy, entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingLong(ProfileFindings::accounts).reversed())
            .toList());
  }

  /** All accounts. */
  public long accounts() {
    return count(findings -> true);
  }

  /** Accounts that nothing opens any more. */
  public long lockedOut() {
    return count(ProfileFindings::lockedOut);
  }

  /** Accounts whose owner is locked out for good by losing some one device. */
  public long lockedOutByOneDevice() {
    return count(findings -> !findings.lockingDevices().isEmpty());
  }

  /** Accounts whose owner has to wait, or needs people, after losing some one device. */
  public long delayedByOneDevice() {
    return count(findings -> !findings.waitingDevices().isEmpty());
  }

  /** Accounts that some one stolen channel opens, by whatever way. */
  public long openedByOneChannel() {
    return count(findings -> !findings.openingChannels().isEmpty());
  }

  /** Accounts that some one stolen channel opens by a recovery. */
  public long openedByOneChannelInRecovery() {
    return count(findings -> !findings.openingByRecovery().isEmpty());
  }

  private long count(Predicate<ProfileFindings> which) {
    return findings.stream().filter(which).mapToLong(ProfileFindings::accounts).sum();
  }
}

package org.sparekey.domain.policy.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.sparekey.domain.policy.RecoveryPolicy;

/**
 * Whom a newer policy weakens or locks out.
 *
 * @param changes the shapes of accounts that it makes worse, the most frequent first
 */
public record PolicyComparison(List<ProfileChange> changes) {

  /** Copies the list. */
  public PolicyComparison {
    changes = List.copyOf(changes);
  }

  /** Looks at each shape under both. */
  public static PolicyComparison between(
      RecoveryPolicy older, RecoveryPolicy newer, Population population) {
    return new PolicyComparison(
        population.profiles().entrySet().stream()
            .map(entry -> ProfileChange.between(older, newer, entry.getKey(), entry.getValue()))
            .filter(change -> change.weakened() || change.locksOut())
            .sorted(Comparator.comparingLong(ProfileChange::accounts).reversed())
            .toList());
  }

  /** Accounts into which somebody gets who did not, or sooner. */
  public long weakened() {
    return count(ProfileChange::weakened);
  }

  /** Accounts whose owner is locked out by a loss that did not lock out before. */
  public long lockedOut() {
    return count(ProfileChange::locksOut);
  }

  private long count(Predicate<ProfileChange> which) {
    return changes.stream().filter(which).mapToLong(ProfileChange::accounts).sum();
  }
}

package org.sparekey.application.policy;

import java.util.List;
import java.util.function.Predicate;
import org.sparekey.domain.policy.AccountShape;

/**
 * What a draft or a version means for the accounts that there are.
 *
 * @param accounts how many it would hold for
 * @param groups those that are worse off in some way, the most frequent first
 * @param compared key and version of what holds now
 */
public record PolicyPopulation(long accounts, List<Group> groups, String compared) {

  /** Copies the groups. */
  public PolicyPopulation {
    groups = List.copyOf(groups);
  }

  /**
   * Accounts that look alike.
   *
   * @param shape names them when their names are asked for
   * @param lockedOut nothing opens them any more
   * @param lockedOutByLoss losing some one device locks their owners out
   * @param opened some one channel opens them by a recovery
   * @param weakened under what holds now it took more, or longer
   * @param newLockouts a loss locks out that does not now
   */
  public record Group(
      AccountShape shape,
      long accounts,
      boolean lockedOut,
      boolean lockedOutByLoss,
      boolean opened,
      boolean weakened,
      boolean newLockouts) {

    /** Whether anything is to be said. */
    public boolean concerned() {
      return lockedOut || lockedOutByLoss || opened || weakened || newLockouts;
    }
  }

  /** Accounts in groups of which this is said. */
  public long count(Predicate<Group> which) {
    return groups.stream().filter(which).mapToLong(Group::accounts).sum();
  }
}

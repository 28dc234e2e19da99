package org.sparekey.domain.factor;

import java.util.List;
import org.sparekey.domain.shared.FactorId;

/**
 * How many factors an owner must keep: below that only a recovery, which binds a new one first,
 * ends one.
 */
public final class LastFactorRule {

  /** Without a policy that asks for more: the last one stays. */
  public static final int MINIMUM = 1;

  private LastFactorRule() {}

  /**
   * Whether {@code factor} may be removed by its owner, given all factors of the account. One that
   * is out of use counts for nothing, so it may go as long as another is left at all: without any
   * the password alone would bind the next.
   *
   * @param minimum how many must be in use afterwards, 1 or more
   */
  public static boolean mayRemove(FactorId factor, List<Factor> all, int minimum) {
    if (minimum < 1) {
      throw new IllegalArgumentException("an account without a factor: " + minimum);
    }
    List<FactorId> inUse =
        all.stream().filter(each -> each.status() == FactorStatus.ACTIVE).map(Factor::id).toList();
    return inUse.contains(factor) ? inUse.size() > minimum : !inUse.isEmpty();
  }
}

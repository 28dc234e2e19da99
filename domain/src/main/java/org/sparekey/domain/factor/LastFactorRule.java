package org.sparekey.domain.factor;

import java.util.List;
import org.sparekey.domain.shared.FactorId;

/**
 * An owner cannot remove the last active factor: only a recovery, which binds a new one first, ends
 * it.
 */
public final class LastFactorRule {

  private LastFactorRule() {}

  /** Whether {@code factor} may be removed by its owner, given all factors of the account. */
  public static boolean mayRemove(FactorId factor, List<Factor> all) {
    return all.stream()
        .anyMatch(other -> other.status() == FactorStatus.ACTIVE && !other.id().equals(factor));
  }
}

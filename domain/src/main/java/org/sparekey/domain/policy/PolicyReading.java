package org.sparekey.domain.policy;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a text.
 *
 * @param policy empty when there are faults
 * @param faults by line
 */
public record PolicyReading(Optional<RecoveryPolicy> policy, List<PolicyFault> faults) {

  /** Copies the faults. */
  public PolicyReading {
    faults = List.copyOf(faults);
  }
}

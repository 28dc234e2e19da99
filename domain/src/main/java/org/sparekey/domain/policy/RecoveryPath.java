package org.sparekey.domain.policy;

import java.time.Duration;
import java.util.Set;

/**
 * One way through a policy: a set of proofs, and what must pass after them.
 *
 * @param hold waiting time at low risk, zero or more
 * @param elevatedHold waiting time at elevated risk, at least {@code hold}
 * @param approvals people of the staff who must agree, zero or more
 */
public record RecoveryPath(
    Set<EvidenceKind> evidence, Duration hold, Duration elevatedHold, int approvals) {

  /** Refuses a path that needs nothing or gets easier with risk. */
  public RecoveryPath {
    evidence = Set.copyOf(evidence);
    if (evidence.isEmpty() || hold.isNegative() || approvals < 0) {
      throw new IllegalArgumentException(
          "a path needs evidence, and no negative hold or approvals");
    }
    if (elevatedHold.compareTo(hold) < 0) {
      throw new IllegalArgumentException("a hold must not get shorter with risk");
    }
  }

  /** The waiting time for a level of risk. */
  public Duration hold(RiskAssessment.Level level) {
    return switch (level) {
      case LOW -> hold;
      case ELEVATED -> elevatedHold;
    };
  }
}

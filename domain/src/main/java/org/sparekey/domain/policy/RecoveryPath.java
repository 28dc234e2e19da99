package org.sparekey.domain.policy;

import java.util.Set;

/**
 * One way through a policy: a set of proofs, and what must pass after them.
 *
 * @param evidence what must be proved; not empty
 * @param holds the waiting time after the proofs, and after the approvals
 * @param approvals people of the staff who must agree: 0, 1 or 2
 */
public record RecoveryPath(Set<EvidenceKind> evidence, Holds holds, int approvals) {

  /** Two people are as many as a desk can find (ASVS 2.3.5). */
  public static final int MOST_APPROVALS = 2;

  /** Refuses a path that needs nothing, or more people than there may be. */
  public RecoveryPath {
    evidence = Set.copyOf(evidence);
    if (evidence.isEmpty() || approvals < 0 || approvals > MOST_APPROVALS) {
      throw new IllegalArgumentException("a path needs evidence, and 0 to 2 approvals");
    }
  }

  /** Whether everybody who gets in by this gets in by the other, no later and with no more. */
  public boolean neverBetterThan(RecoveryPath other) {
    return evidence.containsAll(other.evidence)
        && holds.noShorterThan(other.holds)
        && approvals >= other.approvals;
  }
}

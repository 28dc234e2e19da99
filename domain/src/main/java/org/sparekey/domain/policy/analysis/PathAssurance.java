package org.sparekey.domain.policy.analysis;

import java.util.List;
import java.util.Set;
import org.sparekey.domain.policy.EvidenceKind;

/**
 * What one path grants.
 *
 * @param number of the path in its policy, counted from 1
 * @param proofs the kinds asked; of an account, those that it gives
 * @param level up to which it may restore an account
 * @param failures why no higher, and what else is not met
 */
public record PathAssurance(
    int number, Set<EvidenceKind> proofs, AssuranceLevel level, List<ClauseFailure> failures) {

  /** Copies both. */
  public PathAssurance {
    proofs = Set.copyOf(proofs);
    failures = List.copyOf(failures);
  }
}

package org.sparekey.domain.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The proofs given, as one path sees them.
 *
 * @param given one of each kind at most
 */
record PathProofs(RecoveryPath path, List<EvidenceGiven> given) {

  /**
   * Whether every kind is met by a proof of its own, and all of them take channels of their own.
   */
  boolean complete() {
    return meet(List.copyOf(path.evidence()), 0, new ArrayList<>());
  }

  /**
   * What is not given: a kind by name first, so that a proof by a passkey meets the passkey and is
   * not used up for any factor.
   */
  Set<EvidenceKind> missing() {
    Set<EvidenceKind> missing = EnumSet.copyOf(path.evidence());
    given.forEach(proof -> missing.remove(proof.kind()));
    boolean anotherFactor =
        given.stream()
            .anyMatch(proof -> proof.kind().byFactor() && !path.evidence().contains(proof.kind()));
    if (anotherFactor) {
      missing.remove(EvidenceKind.SURVIVING_FACTOR);
    }
    return missing;
  }

  private boolean meet(List<EvidenceKind> asked, int next, List<EvidenceGiven> used) {
    if (next == asked.size()) {
      return DistinctChannels.hold(used);
    }
    for (EvidenceGiven proof : given) {
      if (asked.get(next).metBy(proof.kind()) && !used.contains(proof)) {
        used.add(proof);
        if (meet(asked, next + 1, used)) {
          return true;
        }
        used.remove(used.size() - 1);
      }
    }
    return false;
  }
}

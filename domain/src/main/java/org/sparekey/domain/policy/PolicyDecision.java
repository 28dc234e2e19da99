package org.sparekey.domain.policy;

import java.util.Set;
import java.util.function.Function;

/** What a policy says to the evidence given so far. */
public sealed interface PolicyDecision {

  /** Calls the function for this decision. */
  <R> R fold(
      Function<? super MoreEvidence, ? extends R> moreEvidence,
      Function<? super Enough, ? extends R> enough);

  /**
   * Not yet.
   *
   * @param offered kinds that would help
   * @param sameChannel whether a set was complete, but one channel gives more than one of its
   *     proofs
   */
  record MoreEvidence(Set<EvidenceKind> offered, boolean sameChannel) implements PolicyDecision {

    /** Copies the kinds. */
    public MoreEvidence {
      offered = Set.copyOf(offered);
    }

    @Override
    public <R> R fold(
        Function<? super MoreEvidence, ? extends R> moreEvidence,
        Function<? super Enough, ? extends R> enough) {
      return moreEvidence.apply(this);
    }
  }

  /** A path is satisfied: of several, the one with the shortest wait and fewest approvals. */
  record Enough(RecoveryPath path) implements PolicyDecision {

    @Override
    public <R> R fold(
        Function<? super MoreEvidence, ? extends R> moreEvidence,
        Function<? super Enough, ? extends R> enough) {
      return enough.apply(this);
    }
  }
}

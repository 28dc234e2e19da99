package org.sparekey.domain.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a policy says to the evidence given so far, and why. */
public sealed interface PolicyDecision {

  /** Calls the function for this decision. */
  <R> R fold(
      Function<? super MoreEvidence, ? extends R> moreEvidence,
      Function<? super Satisfied, ? extends R> satisfied,
      Function<? super Refused, ? extends R> refused);

  /** The stable code, for pages, REST and the audit log. */
  String code();

  /**
   * Not yet.
   *
   * @param wouldDo the sets of kinds that would complete a path, the cheapest for the owner first:
   *     fewest people, then the shortest wait, then the least to do; empty when no path can be
   *     completed any more
   * @param sameChannel whether a path was complete, but one channel gives more than one of its
   *     proofs
   */
  record MoreEvidence(List<Set<EvidenceKind>> wouldDo, boolean sameChannel)
      implements PolicyDecision {

    /** Copies the sets. */
    public MoreEvidence {
      wouldDo = wouldDo.stream().map(Set::copyOf).toList();
    }

    @Override
    public String code() {
      return sameChannel ? "same-channel" : "more-evidence";
    }

    @Override
    public <R> R fold(
        Function<? super MoreEvidence, ? extends R> moreEvidence,
        Function<? super Satisfied, ? extends R> satisfied,
        Function<? super Refused, ? extends R> refused) {
      return moreEvidence.apply(this);
    }
  }

  /**
   * A path is complete: of several, the one with the fewest people, then the shortest wait.
   *
   * @param approvals people who must still agree: those of the path, or more after repeated vetoes
   * @param hold the waiting time at this risk
   * @param until when the hold ends, if nobody has to agree first
   */
  record Satisfied(RecoveryPath path, int approvals, Duration hold, Instant until)
      implements PolicyDecision {

    @Override
    public String code() {
      if (approvals > 0) {
        return "approval-needed";
      }
      return hold.isZero() ? "enough" : "hold-until";
    }

    @Override
    public <R> R fold(
        Function<? super MoreEvidence, ? extends R> moreEvidence,
        Function<? super Satisfied, ? extends R> satisfied,
        Function<? super Refused, ? extends R> refused) {
      return satisfied.apply(this);
    }
  }

  /** No proof helps. */
  record Refused(Reason reason) implements PolicyDecision {

    /** Why; {@link #code()} is stored. */
    public enum Reason {
      /** A reset was made a short while ago. */
      PROBATION("probation"),
      /** Too many proofs were wrong. */
      TOO_MANY_WRONG("too-many-wrong");

      private final String code;

      Reason(String code) {
        this.code = code;
      }

      /** The stable code. */
      public String code() {
        return code;
      }
    }

    @Override
    public String code() {
      return reason.code();
    }

    @Override
    public <R> R fold(
        Function<? super MoreEvidence, ? extends R> moreEvidence,
        Function<? super Satisfied, ? extends R> satisfied,
        Function<? super Refused, ? extends R> refused) {
      return refused.apply(this);
    }
  }
}

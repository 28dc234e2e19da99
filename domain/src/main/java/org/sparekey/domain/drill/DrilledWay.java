package org.sparekey.domain.drill;

import java.time.Duration;
import java.util.List;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.analysis.WayBack;

/**
 * The way back in that is rehearsed.
 *
 * @param code of a sign-in, or "recovery"
 * @param evidence what is asked for, the least to do first; not empty
 * @param approvals people of the staff who must agree
 * @param hold the waiting time when nothing is odd
 * @param longest the waiting time when much is odd
 */
public record DrilledWay(
    String code, List<EvidenceKind> evidence, int approvals, Duration hold, Duration longest) {

  /** Copies the kinds; refuses a way that asks for nothing. */
  public DrilledWay {
    evidence = List.copyOf(evidence);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a way that asks for nothing");
    }
  }

  /** What the analysis of the account found. */
  public static DrilledWay of(WayBack way) {
    return new DrilledWay(
        way.way().code(), way.given(), way.approvals(), way.hold(), way.longest());
  }

  /** Whether the other asks for the same, be it after another wait. */
  public boolean asksLike(DrilledWay other) {
    return code.equals(other.code)
        && evidence.equals(other.evidence)
        && approvals == other.approvals;
  }

  /** Whether it can take longer than usual. */
  public boolean stretches() {
    return longest.compareTo(hold) > 0;
  }
}

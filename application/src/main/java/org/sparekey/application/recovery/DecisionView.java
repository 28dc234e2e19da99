package org.sparekey.application.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sparekey.domain.policy.EvidenceKind;

/**
 * What the policy says to the proofs so far: the same in pages, in the API and in the audit log.
 *
 * @param code more-evidence, same-channel, hold-until, approval-needed, enough, probation, or
 *     too-many-wrong; "" when the recovery has ended otherwise
 * @param wouldDo the sets of further proofs that would be enough, the cheapest for the owner first,
 *     {@link #MOST_SHOWN} at most
 * @param until when the hold or the probation is over
 * @param approvals people of the staff who must still agree; with "more-evidence", those who could
 *     make up for more proofs
 */
public record DecisionView(
    String code, List<List<EvidenceKind>> wouldDo, Optional<Instant> until, int approvals) {

  /** Who is told of more than three ways chooses none. */
  public static final int MOST_SHOWN = 3;

  /** Copies the lists. */
  public DecisionView {
    wouldDo = wouldDo.stream().map(List::copyOf).toList();
  }

  static DecisionView of(String code) {
    return new DecisionView(code, List.of(), Optional.empty(), 0);
  }

  static DecisionView until(String code, Optional<Instant> until) {
    return new DecisionView(code, List.of(), until, 0);
  }

  DecisionView orPeople(int people) {
    return new DecisionView(code, wouldDo, until, people);
  }

  static DecisionView more(String code, List<Set<EvidenceKind>> wouldDo) {
    return new DecisionView(
        code,
        wouldDo.stream()
            .limit(MOST_SHOWN)
            .map((Set<EvidenceKind> kinds) -> kinds.stream().sorted().toList())
            .toList(),
        Optional.empty(),
        0);
  }
}

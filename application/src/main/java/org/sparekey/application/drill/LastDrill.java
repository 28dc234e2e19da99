package org.sparekey.application.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.drill.DrillResult;
import org.sparekey.domain.drill.DrilledWay;
import org.sparekey.domain.policy.EvidenceKind;

/**
 * What the last drill said.
 *
 * @param at when it ended
 * @param loss stable code of what was imagined to be lost
 * @param name of the device, or the address; "" where there is one only
 * @param result stable code: "back-in" or "given-up"
 * @param way "recovery", or the code of a sign-in
 * @param evidence stable codes of what was asked for, the least to do first
 * @param missing those of them that were not shown
 * @param approvals people who would have had to agree
 * @param hold the waiting time when nothing is odd
 * @param longest the waiting time when much is odd
 * @param policy key and version of the policy then, "standard/1"
 */
public record LastDrill(
    Instant at,
    String loss,
    String name,
    String result,
    String way,
    List<String> evidence,
    List<String> missing,
    int approvals,
    Duration hold,
    Duration longest,
    String policy) {

  /** Copies the lists. */
  public LastDrill {
    evidence = List.copyOf(evidence);
    missing = List.copyOf(missing);
  }

  static LastDrill of(Drill.Over drill) {
    DrilledWay way = drill.details().way();
    return new LastDrill(
        drill.endedAt(),
        drill.details().lost().kind().code(),
        drill.details().lost().name(),
        drill.result().code(),
        way.code(),
        way.evidence().stream().map(EvidenceKind::code).toList(),
        way.evidence().stream()
            .filter(kind -> !drill.done().contains(kind))
            .map(EvidenceKind::code)
            .toList(),
        way.approvals(),
        way.hold(),
        way.longest(),
        drill.details().policy().toString());
  }

  /** Whether the owner would have got back in. */
  public boolean backIn() {
    return result.equals(DrillResult.BACK_IN.code());
  }

  /** Whether it can take longer than usual. */
  public boolean stretches() {
    return longest.compareTo(hold) > 0;
  }
}

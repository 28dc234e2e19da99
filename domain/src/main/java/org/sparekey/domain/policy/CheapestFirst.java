package org.sparekey.domain.policy;

import java.time.Duration;
import java.util.Comparator;

/** What a path costs its owner: people first, then waiting, then what is still to be done. */
record CheapestFirst(PolicyRules rules, Circumstances circumstances) {

  Comparator<RecoveryPath> paths() {
    return Comparator.comparingInt(this::approvals).thenComparing(this::hold);
  }

  Comparator<PathProofs> open() {
    return Comparator.comparing(PathProofs::path, paths()).thenComparingInt(CheapestFirst::effort);
  }

  PolicyDecision.Satisfied satisfied(RecoveryPath path) {
    Duration hold = hold(path);
    return new PolicyDecision.Satisfied(
        path, approvals(path), hold, circumstances.since().plus(hold));
  }

  private int approvals(RecoveryPath path) {
    return circumstances.vetoes() >= rules.vetoes().then()
        ? Math.max(path.approvals(), rules.vetoes().approvals())
        : path.approvals();
  }

  private Duration hold(RecoveryPath path) {
    return path.holds().at(circumstances.risk().level());
  }

  /** The kinds stand in the order of what they cost; two of them cost more than any one. */
  private static int effort(PathProofs path) {
    return path.missing().stream()
        .mapToInt(kind -> EvidenceKind.values().length + kind.ordinal())
        .sum();
  }
}

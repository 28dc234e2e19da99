package org.sparekey.domain.policy;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What a path costs its owner: people first, then waiting, then what is still to be done. */
record CheapestFirst(PolicyRules rules, Circumstances circumstances) {

  Comparator<RecoveryPath> paths() {
    return Comparator.comparingInt(this::approvals).thenComparing(this::hold);
  }

  Comparator<PathProofs> open() {
    return Comparator.comparing(PathProofs::path, paths())
        .thenComparingInt(path -> path.missing().size())
        .thenComparing(PathProofs::missing, CheapestFirst::dearestFirst);
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

  /** The kinds stand in the order of what they cost: what the dearest one costs decides. */
  private static int dearestFirst(Set<EvidenceKind> one, Set<EvidenceKind> other) {
    List<EvidenceKind> mine = one.stream().sorted(Comparator.reverseOrder()).toList();
    List<EvidenceKind> theirs = other.stream().sorted(Comparator.reverseOrder()).toList();
    for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
      int order = mine.get(i).compareTo(theirs.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(mine.size(), theirs.size());
  }
}

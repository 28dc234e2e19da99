package org.sparekey.domain.policy;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which sets of evidence are enough, and what must pass after them. Data: a version never changes
 * once it is published.
 *
 * @param probation how long rights are restricted after a reset
 */
public record RecoveryPolicy(
    PolicyVersion version, String name, List<RecoveryPath> paths, Duration probation) {

  /** Refuses a policy without a path. */
  public RecoveryPolicy {
    paths = List.copyOf(paths);
    if (paths.isEmpty() || probation.isNegative()) {
      throw new IllegalArgumentException("a policy needs a path, and no negative probation");
    }
  }

  /** Every kind of evidence that some path takes: what a stranger is offered. */
  public Set<EvidenceKind> evidence() {
    return paths.stream()
        .flatMap(path -> path.evidence().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the proofs given so far are enough at the given risk. */
  public PolicyDecision decide(Collection<EvidenceGiven> given, RiskAssessment risk) {
    Map<EvidenceKind, EvidenceGiven> latest = new HashMap<>();
    given.forEach(proof -> latest.put(proof.kind(), proof));
    List<RecoveryPath> complete =
        paths.stream().filter(path -> latest.keySet().containsAll(path.evidence())).toList();
    return complete.stream()
        .filter(path -> DistinctChannels.hold(proofsOf(path, latest)))
        .min(
            Comparator.comparingInt(RecoveryPath::approvals)
                .thenComparing(path -> path.hold(risk.level())))
        .<PolicyDecision>map(PolicyDecision.Enough::new)
        .orElseGet(() -> new PolicyDecision.MoreEvidence(missing(latest), !complete.isEmpty()));
  }

  private static List<EvidenceGiven> proofsOf(
      RecoveryPath path, Map<EvidenceKind, EvidenceGiven> latest) {
    return latest.values().stream()
        .filter(proof -> path.evidence().contains(proof.kind()))
        .toList();
  }

  private Set<EvidenceKind> missing(Map<EvidenceKind, EvidenceGiven> latest) {
    return evidence().stream()
        .filter(kind -> !latest.containsKey(kind))
        .collect(Collectors.toUnmodifiableSet());
  }
}

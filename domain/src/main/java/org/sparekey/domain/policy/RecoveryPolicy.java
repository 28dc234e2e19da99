package org.sparekey.domain.policy;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which sets of evidence are enough, and what must pass after them. Data: a version never changes
 * once it is published.
 *
 * @param paths not empty
 */
public record RecoveryPolicy(
    PolicyVersion version, String name, List<RecoveryPath> paths, PolicyRules rules) {

  /** Refuses a policy without a path. */
  public RecoveryPolicy {
    paths = List.copyOf(paths);
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("a policy needs a path");
    }
  }

  /** Every kind of evidence that some path takes: what a stranger is offered. */
  public Set<EvidenceKind> evidence() {
    return paths.stream()
        .flatMap(path -> path.evidence().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same text as another version. */
  public RecoveryPolicy as(PolicyVersion other) {
    return new RecoveryPolicy(other, name, paths, rules);
  }

  /** What the policy says to the proofs given so far; of each kind the latest counts. */
  public PolicyDecision decide(Collection<EvidenceGiven> given, Circumstances circumstances) {
    return refusal(circumstances)
        .<PolicyDecision>map(PolicyDecision.Refused::new)
        .orElseGet(() -> judge(latestOfEachKind(given), circumstances));
  }

  private Optional<PolicyDecision.Refused.Reason> refusal(Circumstances circumstances) {
    if (circumstances.onProbation()) {
      return Optional.of(PolicyDecision.Refused.Reason.PROBATION);
    }
    return circumstances.wrongProofs() >= rules.wrongProofs()
        ? Optional.of(PolicyDecision.Refused.Reason.TOO_MANY_WRONG)
        : Optional.empty();
  }

  private PolicyDecision judge(List<EvidenceGiven> given, Circumstances circumstances) {
    CheapestFirst cheapestFirst = new CheapestFirst(rules, circumstances);
    return paths.stream()
        .filter(path -> new PathProofs(path, given).complete())
        .min(cheapestFirst.paths())
        .<PolicyDecision>map(cheapestFirst::satisfied)
        .orElseGet(() -> more(given, cheapestFirst));
  }

  private PolicyDecision more(List<EvidenceGiven> given, CheapestFirst cheapestFirst) {
    List<PathProofs> all = paths.stream().map(path -> new PathProofs(path, given)).toList();
    List<Set<EvidenceKind>> wouldDo =
        all.stream()
            .filter(path -> !path.missing().isEmpty())
            .sorted(cheapestFirst.open())
            .map(PathProofs::missing)
            .distinct()
            .toList();
    return new PolicyDecision.MoreEvidence(
        wouldDo, all.stream().anyMatch(path -> path.missing().isEmpty()));
  }

  private static List<EvidenceGiven> latestOfEachKind(Collection<EvidenceGiven> given) {
    Map<EvidenceKind, EvidenceGiven> latest = new EnumMap<>(EvidenceKind.class);
    given.forEach(proof -> latest.put(proof.kind(), proof));
    return List.copyOf(latest.values());
  }
}

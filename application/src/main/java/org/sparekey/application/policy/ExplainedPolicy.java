package org.sparekey.application.policy;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.Holds;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;

/**
 * What a policy means for an owner, made from the policy itself, so that it is always true.
 *
 * @param paths the quickest first: fewest people, then the shortest wait
 * @param probation zero when there is none
 * @param contactCoolOff zero when there is none
 * @param allFactors whether a reset ends every factor, and not the lost ones only
 * @param survivorsVeto whether a factor that is left may stop a recovery
 * @param survivorsShorten whether a factor that is left may shorten the wait
 * @param contactsNeeded how many recovery contacts must vouch; empty where there are none
 * @param vetoes from so many on, people are asked
 * @param vetoApprovals how many people; 0 for none
 */
public record ExplainedPolicy(
    String version,
    List<Path> paths,
    Duration probation,
    Duration contactCoolOff,
    int wrongProofs,
    boolean allFactors,
    boolean survivorsVeto,
    boolean survivorsShorten,
    Optional<Integer> contactsNeeded,
    int vetoes,
    int vetoApprovals) {

  /** Copies the paths. */
  public ExplainedPolicy {
    paths = List.copyOf(paths);
  }

  /**
   * One way back in.
   *
   * @param evidence stable codes of what is asked for, the least to do first
   * @param hold the wait when nothing is odd
   * @param longest the wait when much is odd
   * @param approvals people who must agree
   */
  public record Path(List<String> evidence, Duration hold, Duration longest, int approvals) {

    /** Copies the codes. */
    public Path {
      evidence = List.copyOf(evidence);
    }

    /** Whether it can take longer than usual. */
    public boolean stretches() {
      return longest.compareTo(hold) > 0;
    }
  }

  /** Says what the policy says. */
  public static ExplainedPolicy of(RecoveryPolicy policy) {
    PolicyRules rules = policy.rules();
    return new ExplainedPolicy(
        policy.version().toString(),
        policy.paths().stream()
            .sorted(
                Comparator.comparingInt(RecoveryPath::approvals)
                    .thenComparing(path -> path.holds().low()))
            .map(ExplainedPolicy::path)
            .toList(),
        rules.probation(),
        rules.contactCoolOff(),
        rules.wrongProofs(),
        rules.revokes() == PolicyRules.Revokes.ALL_FACTORS,
        rules.survivors().contains(PolicyRules.Survivor.VETO),
        rules.survivors().contains(PolicyRules.Survivor.SHORTEN),
        rules.contacts().map(PolicyRules.Contacts::needed),
        rules.vetoes().then(),
        rules.vetoes().approvals());
  }

  private static Path path(RecoveryPath path) {
    Holds holds = path.holds();
    return new Path(
        path.evidence().stream().sorted().map(EvidenceKind::code).toList(),
        holds.low(),
        holds.high(),
        path.approvals());
  }
}

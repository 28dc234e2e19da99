package org.sparekey.application.policy;

import java.util.List;
import java.util.Optional;
import org.sparekey.domain.policy.PolicyDifference;
import org.sparekey.domain.policy.PolicyDraft;
import org.sparekey.domain.policy.PolicyFault;
import org.sparekey.domain.policy.RecoveryPolicy;

/**
 * A draft as it stands.
 *
 * @param policy what the text says; empty when it has faults
 * @param published the version that it would replace; empty for a new policy
 * @param author a name
 * @param proposer a name
 * @param singleChannel whether one channel opens an account by a recovery, so that two must sign
 * @param own whether the person who looks at it proposed it, and so cannot sign
 */
public record DraftFile(
    PolicyDraft draft,
    Optional<RecoveryPolicy> policy,
    List<PolicyFault> faults,
    Optional<RecoveryPolicy> published,
    String author,
    Optional<String> proposer,
    boolean singleChannel,
    boolean own) {

  /** Copies the faults. */
  public DraftFile {
    faults = List.copyOf(faults);
  }

  /** What it says otherwise than the published version; empty for a new policy. */
  public List<PolicyDifference.Line> changes() {
    return published
        .flatMap(
            older ->
                policy.map(newer -> PolicyDifference.between(older, newer.as(older.version()))))
        .orElse(List.of());
  }
}

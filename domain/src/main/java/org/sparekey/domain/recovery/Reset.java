package org.sparekey.domain.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.RecoveryId;

/**
 * A line of the reset history: what a completed recovery did, and why it was allowed. Written once,
 * never changed.
 */
public record Reset(
    RecoveryId recovery,
    AccountId account,
    Instant at,
    List<FactorId> revoked,
    FactorId bound,
    PolicyVersion policy,
    Set<EvidenceKind> evidence,
    Set<RiskReason> risks) {

  /** Copies the collections. */
  public Reset {
    revoked = List.copyOf(revoked);
    evidence = Set.copyOf(evidence);
    risks = Set.copyOf(risks);
  }
}

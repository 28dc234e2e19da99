package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.signin.ReachableKinds;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.FactorId;

/**
 * Which factors can still prove something in a recovery: in use, not among those that are lost, of
 * a kind that the policy takes, and that can be asked here. A phone that was bound lately does not
 * count: its number may be a thief's (attacks rows 4 and 5). Before the first proof there are none,
 * for nobody may learn what factors an account has (row 16).
 */
@Step
class SurvivingFactors {

  private final FactorRepository factors;
  private final ReachableKinds reachable;
  private final PolicyOfRecovery policies;

  @Inject
  SurvivingFactors(FactorRepository factors, ReachableKinds reachable, PolicyOfRecovery policies) {
    this.factors = factors;
    this.reachable = reachable;
    this.policies = policies;
  }

  /** Those that would be heard at {@code now}; each proves once. */
  List<Factor.Active> of(Recovery recovery, Instant now) {
    if (!(recovery instanceof Recovery.Hearing) || recovery.evidence().isEmpty()) {
      return List.of();
    }
    RecoveryPolicy policy = policies.of(recovery.details());
    return recovery.details().account().stream()
        .flatMap(account -> factors.ofAccount(account).stream())
        .flatMap(factor -> factor.asActive().stream())
        .filter(reachable::reachable)
        .filter(factor -> left(recovery, factor))
        .filter(factor -> OpenStep.taken(policy, recovery, kind(factor)))
        .filter(factor -> oldEnough(policy, factor, now))
        .filter(factor -> !gaveProof(recovery, factor.id()))
        .toList();
  }

  /** One of them: a foreign one, a lost one and an unknown one are the same (row 35). */
  Optional<Factor.Active> find(Recovery recovery, FactorId id, Instant now) {
    return of(recovery, now).stream().filter(factor -> factor.id().equals(id)).findFirst();
  }

  /** Whether this factor has given one of the proofs. */
  static boolean gaveProof(Recovery recovery, FactorId id) {
    return recovery.evidence().stream()
        .anyMatch(proof -> proof.factor().filter(id::equals).isPresent());
  }

  /** What the factor proves. */
  static EvidenceKind kind(Factor factor) {
    return EvidenceKind.of(factor.details().kind());
  }

  /** An unsaid loss names nothing, so nothing contradicts that it is there. */
  private static boolean left(Recovery recovery, Factor factor) {
    Lost lost = recovery.details().lost();
    return lost.extent() == Lost.Extent.UNSAID || !lost.includes(factor.id());
  }

  private static boolean oldEnough(RecoveryPolicy policy, Factor.Active factor, Instant now) {
    return kind(factor) != EvidenceKind.PHONE_CODE
        || !now.isBefore(factor.confirmedAt().plus(policy.rules().contactCoolOff()));
  }
}

package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.policy.ExplainedPolicy;
import org.sparekey.domain.shared.Secret;

/**
 * Explains the policy of the recovery that this browser started: the version under which it was
 * begun, which for a decoy is that of some organisation (attacks row 16).
 */
@UseCase
public class ExplainRecovery {

  private final RecoveryByToken byToken;
  private final PolicyOfRecovery policies;

  @Inject
  ExplainRecovery(RecoveryByToken byToken, PolicyOfRecovery policies) {
    this.byToken = byToken;
    this.policies = policies;
  }

  /** Empty when this browser started none. */
  public Optional<ExplainedPolicy> explain(Secret recoveryToken) {
    return byToken
        .find(recoveryToken)
        .map(recovery -> ExplainedPolicy.of(policies.of(recovery.details())));
  }
}

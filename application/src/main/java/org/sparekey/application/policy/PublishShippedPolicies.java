package org.sparekey.application.policy;

import jakarta.inject.Inject;
import java.time.InstantSource;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.PolicyRepository;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.ShippedPolicies;
import org.sparekey.domain.shared.Moments;

/** At each start: the policies that come with Sparekey are there, each version once. */
@UseCase
public class PublishShippedPolicies {

  private final PolicyRepository policies;
  private final InstantSource clock;

  @Inject
  public PublishShippedPolicies(PolicyRepository policies, InstantSource clock) {
    this.policies = policies;
    this.clock = clock;
  }

  /** Publishes what is missing; a published version is never touched. */
  public void publish() {
    for (RecoveryPolicy policy : ShippedPolicies.all()) {
      policies.publishOnce(policy, Moments.storable(clock.instant()));
    }
  }
}

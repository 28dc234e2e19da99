package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import org.sparekey.application.SourceNetworks;
import org.sparekey.application.Step;
import org.sparekey.domain.policy.RiskReason;

/** The account's sign-ins of half a year came from other networks. */
@Step
class FromNewNetwork implements RiskSource {

  private final SourceNetworks networks;

  @Inject
  FromNewNetwork(SourceNetworks networks) {
    this.networks = networks;
  }

  @Override
  public RiskReason reason() {
    return RiskReason.NEW_NETWORK;
  }

  @Override
  public boolean speaksAgainst(Asked asked) {
    return networks.isNew(asked.account().id(), asked.origin(), asked.now());
  }
}

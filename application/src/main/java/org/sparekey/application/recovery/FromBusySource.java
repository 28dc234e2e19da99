package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Duration;
import org.sparekey.application.SourceNetworks;
import org.sparekey.application.Step;
import org.sparekey.domain.policy.RiskReason;

/**
 * The same network asked for the recovery of many within a day (attacks row 14). A browser that
 * signed in before is its owner's, wherever it is: a whole office may change phones at once.
 */
@Step
class FromBusySource implements RiskSource {

  /** More than so many accounts and names are many. */
  static final int MANY = 20;

  private static final Duration WITHIN = Duration.ofDays(1);

  private final SourceNetworks networks;

  @Inject
  FromBusySource(SourceNetworks networks) {
    this.networks = networks;
  }

  @Override
  public RiskReason reason() {
    return RiskReason.MANY_FROM_SOURCE;
  }

  @Override
  public boolean speaksAgainst(Asked asked) {
    return asked.recovery().browser().isEmpty()
        && networks.recoveries(asked.origin(), asked.now().minus(WITHIN)) > MANY;
  }
}

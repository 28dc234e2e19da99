package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import org.sparekey.application.Step;
import org.sparekey.domain.policy.RiskReason;

/** The owner stopped a recovery lately, or contested a reset. */
@Step
class AfterVeto implements RiskSource {

  private final EarlierVetoes vetoes;

  @Inject
  AfterVeto(EarlierVetoes vetoes) {
    this.vetoes = vetoes;
  }

  @Override
  public RiskReason reason() {
    return RiskReason.EARLIER_VETO;
  }

  @Override
  public boolean speaksAgainst(Asked asked) {
    return vetoes.count(asked.account().id(), asked.now()) > 0;
  }
}

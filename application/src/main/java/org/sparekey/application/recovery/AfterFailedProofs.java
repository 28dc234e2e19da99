package org.sparekey.application.recovery;

import org.sparekey.application.Step;
import org.sparekey.domain.challenge.ThrottleRules;
import org.sparekey.domain.policy.RiskReason;

/** More proofs were wrong, here or just before, than a mistyped one or two. */
@Step
class AfterFailedProofs implements RiskSource {

  @Override
  public RiskReason reason() {
    return RiskReason.FAILED_ATTEMPTS;
  }

  @Override
  public boolean speaksAgainst(Asked asked) {
    return asked.recovery().failedProofs() > ThrottleRules.FREE_FAILURES;
  }
}

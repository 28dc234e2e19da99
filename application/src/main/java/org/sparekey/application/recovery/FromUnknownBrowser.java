package org.sparekey.application.recovery;

import org.sparekey.application.Step;
import org.sparekey.domain.policy.RiskReason;

/** The browser that began it has not signed in to this account. */
@Step
class FromUnknownBrowser implements RiskSource {

  @Override
  public RiskReason reason() {
    return RiskReason.UNKNOWN_BROWSER;
  }

  @Override
  public boolean speaksAgainst(Asked asked) {
    return asked.recovery().browser().isEmpty();
  }
}

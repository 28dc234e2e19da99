package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import org.sparekey.application.Step;
import org.sparekey.application.port.PasswordRepository;
import org.sparekey.domain.policy.RiskReason;

/** The password was changed or reset lately. */
@Step
class AfterPasswordChange implements RiskSource {

  private final PasswordRepository passwords;

  @Inject
  AfterPasswordChange(PasswordRepository passwords) {
    this.passwords = passwords;
  }

  @Override
  public RiskReason reason() {
    return RiskReason.PASSWORD_CHANGED;
  }

  @Override
  public boolean speaksAgainst(Asked asked) {
    Instant since = asked.now().minus(RiskFacts.LATELY);
    return passwords
        .find(asked.account().id())
        .filter(password -> password.changedAt().isAfter(since))
        .filter(password -> password.changedAt().isAfter(asked.account().createdAt()))
        .isPresent();
  }
}

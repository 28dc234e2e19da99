package org.sparekey.application.signin;

import jakarta.inject.Inject;
import org.sparekey.application.Step;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.ThrottleRepository;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.AccountId;

/** The failures that were counted for an account and for each of its factors. */
@Step
public class FailureCounters {

  private final ThrottleRepository throttles;
  private final FactorRepository factors;

  @Inject
  public FailureCounters(ThrottleRepository throttles, FactorRepository factors) {
    this.throttles = throttles;
    this.factors = factors;
  }

  /** Begins anew, in every lane: the owner has proved by another way who she is. */
  public void clear(AccountId account) {
    throttles.clearSubject(account.toString());
    for (Factor factor : factors.ofAccount(account)) {
      throttles.clearSubject(factor.id().toString());
    }
  }
}

package org.sparekey.application.readiness;

import jakarta.inject.Inject;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.signin.SessionView;

/**
 * Says what the owner can count on when something is lost or stolen: by the exact analysis of the
 * account under the policy that a recovery would begin with now.
 */
@UseCase
public class DescribeReadiness {

  private final AccountRepository accounts;
  private final ReadinessOfAccount readiness;

  @Inject
  public DescribeReadiness(AccountRepository accounts, ReadinessOfAccount readiness) {
    this.accounts = accounts;
    this.readiness = readiness;
  }

  /** The readiness of the session's own account. */
  public ReadinessView describe(SessionView session) {
    return readiness.of(
        accounts
            .find(session.account())
            .orElseThrow(() -> new IllegalStateException("session without its account")));
  }
}

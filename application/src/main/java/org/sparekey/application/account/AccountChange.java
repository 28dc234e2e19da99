package org.sparekey.application.account;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a change of the own account.
 *
 * @param refusal empty when it was done
 * @param retryAt when the next attempt is heard, if there is a wait
 */
public record AccountChange(Optional<AccountRefusal> refusal, Optional<Instant> retryAt) {

  /** Whether it was done. */
  public boolean done() {
    return refusal.isEmpty();
  }

  static AccountChange made() {
    return new AccountChange(Optional.empty(), Optional.empty());
  }

  static AccountChange refused(AccountRefusal reason) {
    return new AccountChange(Optional.of(reason), Optional.empty());
  }

  static AccountChange refused(AccountRefusal reason, Optional<Instant> retryAt) {
    return new AccountChange(Optional.of(reason), retryAt);
  }
}

package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.PolicyOfAccount;
import org.sparekey.application.Step;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.KnownBrowser;
import org.sparekey.domain.shared.Secret;

/**
 * Which browsers stand in for a factor at a sign-in: a deviation from NIST SP 800-63B-4 §5.1 that a
 * policy may allow. The policy of this moment decides, not the one under which a browser was
 * remembered. Members of the staff have none, whatever the policy says.
 */
@Step
class RememberedBrowsers {

  private final Lanes lanes;
  private final PolicyOfAccount policies;
  private final FactorRepository factors;
  private final InstantSource clock;

  @Inject
  RememberedBrowsers(
      Lanes lanes, PolicyOfAccount policies, FactorRepository factors, InstantSource clock) {
    this.lanes = lanes;
    this.policies = policies;
    this.factors = factors;
    this.clock = clock;
  }

  /**
   * For how long a browser of this account may stand in after the factor was given; at least a day,
   * and empty when none may: nor while rights are restricted after a reset.
   */
  Optional<Duration> most(Account account) {
    return account.isStaff() || account.onProbation(clock.instant())
        ? Optional.empty()
        : policies.of(account).rules().rememberedBrowsers().filter(time -> time.toDays() > 0);
  }

  /** Until when this browser of the account stands in; empty when it does not now. */
  Optional<Instant> until(Account account, KnownBrowser browser) {
    return browser.remembersUntil(most(account)).filter(clock.instant()::isBefore);
  }

  /**
   * The browser of this account that holds the token and stands in now. It does so only for a
   * factor that could be asked: where none is in use, the way in is a recovery.
   */
  Optional<KnownBrowser> standingIn(Account account, Optional<Secret> token) {
    return lanes
        .browser(account, token)
        .filter(browser -> until(account, browser).isPresent())
        .filter(
            browser ->
                factors.ofAccount(account.id()).stream()
                    .anyMatch(factor -> factor.asActive().isPresent()));
  }
}

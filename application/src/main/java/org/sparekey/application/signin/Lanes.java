package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.PolicyOfAccount;
import org.sparekey.application.Step;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.application.port.Macs;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.KnownBrowser;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.Secret;

/** Which failure counter an attempt belongs to (attacks row 15). */
@Step
public class Lanes {

  private static final int LONGEST_TOKEN = 100;

  private final KnownBrowserRepository browsers;
  private final PolicyOfAccount policies;
  private final Macs macs;
  private final InstantSource clock;

  @Inject
  public Lanes(
      KnownBrowserRepository browsers, PolicyOfAccount policies, Macs macs, InstantSource clock) {
    this.browsers = browsers;
    this.policies = policies;
    this.macs = macs;
    this.clock = clock;
  }

  /**
   * The known browser of this account that holds the token, if it is one and signed in so lately
   * that the account's policy still remembers it.
   */
  public Optional<KnownBrowser> browser(Account account, Optional<Secret> token) {
    return token
        .filter(secret -> secret.length() <= LONGEST_TOKEN)
        .flatMap(secret -> browsers.find(account.id(), macs.fingerprint(secret)))
        .filter(
            known ->
                known.knownAt(clock.instant(), policies.of(account).rules().rememberedBrowsers()));
  }

  /** The lane of a browser that has not signed in yet. */
  public String of(Optional<Account> account, Optional<Secret> token) {
    return account
        .flatMap(known -> browser(known, token))
        .map(known -> known.id().toString())
        .orElse(ThrottleKey.ANY);
  }

  /** The lane of one that has: strangers have no part in it. */
  public String of(Session session) {
    return session.browser().map(BrowserId::toString).orElse(ThrottleKey.PROVED);
  }
}

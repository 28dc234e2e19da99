package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.account.KnownBrowser;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.BrowserId;

/** Browsers that have signed in. */
public interface KnownBrowserRepository {

  void add(KnownBrowser browser);

  /** Notes that it was used. */
  void seen(BrowserId id, Instant now);

  /** A browser of this account with this token, not forgotten. */
  Optional<KnownBrowser> find(AccountId account, String tokenHash);

  /** Those not forgotten, latest first. */
  List<KnownBrowser> ofAccount(AccountId account);

  /** Forgets all browsers of the account; returns how many. */
  int forgetAllOf(AccountId account, Instant now);
}

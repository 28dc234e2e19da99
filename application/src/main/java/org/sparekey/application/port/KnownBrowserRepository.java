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

  /** Remembers it from {@code now} by another token, if it is not forgotten. */
  void remember(BrowserId id, String tokenHash, Instant now);

  /** The browser, forgotten or not. */
  Optional<KnownBrowser> find(BrowserId id);

  /** A browser of this account with this token, not forgotten. */
  Optional<KnownBrowser> find(AccountId account, String tokenHash);

  /** Those not forgotten, latest first. */
  List<KnownBrowser> ofAccount(AccountId account);

  /** Remembers none of the account's browsers any more; they stay known. Returns how many. */
  int endRememberingOf(AccountId account);

  /** Forgets this browser; false when it is none of the account's, or is forgotten. */
  boolean forget(AccountId account, BrowserId id, Instant now);

  /** Forgets all browsers of the account; returns how many. */
  int forgetAllOf(AccountId account, Instant now);
}

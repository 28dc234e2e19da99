package org.sparekey.domain.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.BrowserId;

/**
 * A browser that completed a sign-in to this account. It never replaces a factor; it has its own
 * failure counter, so that strangers cannot lock the owner out (attacks row 15).
 *
 * @param tokenHash SHA-256 of the 256-bit token in its cookie, lower-case hex
 */
public record KnownBrowser(
    BrowserId id,
    AccountId account,
    String tokenHash,
    Instant firstSeenAt,
    Instant lastSeenAt,
    String userAgent,
    Optional<Instant> forgottenAt) {

  /**
   * Whether it is known at {@code now} where browsers are remembered for so long after the last
   * sign-in; where none is remembered, it is not.
   */
  public boolean knownAt(Instant now, Optional<Duration> remembered) {
    return forgottenAt.isEmpty()
        && remembered.filter(time -> now.isBefore(lastSeenAt.plus(time))).isPresent();
  }
}

package org.sparekey.domain.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.BrowserId;

/**
 * A browser that completed a sign-in to this account. It has its own failure counter, so that
 * strangers cannot lock the owner out (attacks row 15). Only when its owner asked for it, and as
 * long as the policy allows, it is remembered, too: it stands in for the factor at a sign-in, where
 * nothing else accepts it as one.
 *
 * @param tokenHash SHA-256 of the 256-bit token in its cookie, lower-case hex; another one from the
 *     moment in which it is remembered
 * @param rememberedAt when a factor was last given with the wish to be remembered; empty when it is
 *     not remembered
 */
public record KnownBrowser(
    BrowserId id,
    AccountId account,
    String tokenHash,
    Instant firstSeenAt,
    Instant lastSeenAt,
    String userAgent,
    Optional<Instant> rememberedAt,
    Optional<Instant> forgottenAt) {

  /**
   * Whether it is known at {@code now} where browsers are remembered for so long after the last
   * sign-in; where none is remembered, it is not.
   */
  public boolean knownAt(Instant now, Optional<Duration> remembered) {
    return forgottenAt.isEmpty()
        && remembered.filter(time -> now.isBefore(lastSeenAt.plus(time))).isPresent();
  }

  /**
   * Until when it stands in for a factor where browsers do so for so long after the factor was
   * given; empty when it does not.
   */
  public Optional<Instant> remembersUntil(Optional<Duration> most) {
    return forgottenAt.isPresent()
        ? Optional.empty()
        : most.flatMap(time -> rememberedAt.map(since -> since.plus(time)));
  }
}

package org.sparekey.domain.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.RecoveryId;

/**
 * What is common to all states of a recovery.
 *
 * @param account empty for a decoy: somebody asked for a name that has no account, and sees the
 *     same pages (attacks row 16)
 * @param browserHash SHA-256, lower-case hex, of the token held by the browser that started; only
 *     that browser may go on (row 17)
 * @param expiresAt when an unfinished recovery ends by itself
 */
public record RecoveryDetails(
    RecoveryId id,
    Optional<AccountId> account,
    PolicyVersion policy,
    String browserHash,
    Instant openedAt,
    Instant expiresAt,
    Lost lost) {

  /** Time to bring the evidence: as long as a mailed code lives. */
  public static final Duration TIME_TO_PROVE = Duration.ofHours(24);

  /** Time to bind the new factor, once ready. */
  public static final Duration TIME_TO_FINISH = Duration.ofDays(7);

  /** Nobody's. */
  public boolean decoy() {
    return account.isEmpty();
  }

  /** With another loss. */
  public RecoveryDetails losing(Lost other) {
    return new RecoveryDetails(id, account, policy, browserHash, openedAt, expiresAt, other);
  }

  /** With another end. */
  public RecoveryDetails until(Instant end) {
    return new RecoveryDetails(id, account, policy, browserHash, openedAt, end, lost);
  }
}

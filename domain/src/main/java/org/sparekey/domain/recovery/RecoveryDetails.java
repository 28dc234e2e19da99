package org.sparekey.domain.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.RecoveryId;

/**
 * What is common to all states of a recovery.
 *
 * @param account empty for a decoy: somebody asked for a name that has no account, and sees the
 *     same pages (attacks row 16)
 * @param subject what failure counters and budgets belong to: the account's id as text, or for a
 *     decoy an id made from the name that was typed, so that both are throttled alike
 * @param browserHash SHA-256, lower-case hex, of the token held by the browser that started; only
 *     that browser may go on (row 17)
 * @param expiresAt when an unfinished recovery ends by itself
 * @param codeSentAt when a code was last asked for; a decoy has it, too
 * @param failedProofs wrong proofs in this recovery, and those just before it began; 0 or more
 * @param browser the known browser of this account that started it, if it was one
 * @param failedBefore those of {@code failedProofs} that were there before it began: they are a
 *     risk, and end nothing, or strangers could keep an owner out (row 15)
 */
public record RecoveryDetails(
    RecoveryId id,
    Optional<AccountId> account,
    String subject,
    PolicyVersion policy,
    String browserHash,
    Instant openedAt,
    Instant expiresAt,
    Lost lost,
    Optional<Instant> codeSentAt,
    int failedProofs,
    Optional<BrowserId> browser,
    int failedBefore) {

  /** One before which nothing failed. */
  public RecoveryDetails(
      RecoveryId id,
      Optional<AccountId> account,
      String subject,
      PolicyVersion policy,
      String browserHash,
      Instant openedAt,
      Instant expiresAt,
      Lost lost,
      Optional<Instant> codeSentAt,
      int failedProofs,
      Optional<BrowserId> browser) {
    this(
        id,
        account,
        subject,
        policy,
        browserHash,
        openedAt,
        expiresAt,
        lost,
        codeSentAt,
        failedProofs,
        browser,
        0);
  }

  /** Time to bring the evidence: as long as a mailed code lives. */
  public static final Duration TIME_TO_PROVE = Duration.ofHours(24);

  /** Time to bind the new factor, once ready. */
  public static final Duration TIME_TO_FINISH = Duration.ofDays(7);

  /** When enough is proved, people have so long: a weekend must not cost the owner the proofs. */
  public static final Duration TIME_FOR_PEOPLE = Duration.ofDays(7);

  private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

  /** The subject as an id: the account's, or one that no account has. */
  public AccountId subjectId() {
    return account.or(() -> AccountId.parse(subject)).orElse(NOBODY);
  }

  /** Nobody's. */
  public boolean decoy() {
    return account.isEmpty();
  }

  /** With another loss. */
  public RecoveryDetails losing(Lost other) {
    return copy(expiresAt, other, codeSentAt, failedProofs);
  }

  /** With another end. */
  public RecoveryDetails until(Instant end) {
    return copy(end, lost, codeSentAt, failedProofs);
  }

  /** A code was asked for. */
  public RecoveryDetails codeSent(Instant now) {
    return copy(expiresAt, lost, Optional.of(now), failedProofs);
  }

  /** Wrong proofs in this recovery itself. */
  public int failedHere() {
    return failedProofs - failedBefore;
  }

  /** One more proof was wrong. */
  public RecoveryDetails failedOnceMore() {
    return copy(expiresAt, lost, codeSentAt, failedProofs + 1);
  }

  private RecoveryDetails copy(
      Instant newEnd, Lost newLost, Optional<Instant> newCodeSentAt, int newFailedProofs) {
    return new RecoveryDetails(
        id,
        account,
        subject,
        policy,
        browserHash,
        openedAt,
        newEnd,
        newLost,
        newCodeSentAt,
        newFailedProofs,
        browser,
        failedBefore);
  }
}

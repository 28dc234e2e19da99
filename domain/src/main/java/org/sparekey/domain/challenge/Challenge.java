package org.sparekey.domain.challenge;

import java.time.Instant;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.FactorId;

/**
 * One question to one factor, for one purpose. It is bound to all of that: an answer to another
 * question is no answer to this one (attacks row 24; ASVS 6.6.2).
 *
 * @param flow the session, recovery or reset that asked, as text, at most 200 characters
 * @param expiresAt from then on no answer is heard
 * @param payload what the kind of factor must remember of its question, sealed or hashed where it
 *     is a secret; "" for nothing; at most 2000 characters
 */
public record Challenge(
    ChallengeId id,
    AccountId account,
    FactorId factor,
    ChallengePurpose purpose,
    String flow,
    Instant createdAt,
    Instant expiresAt,
    ChallengeStatus status,
    String payload) {

  /** Whether there is still time. */
  public boolean inTime(Instant now) {
    return now.isBefore(expiresAt);
  }

  /** Whether it waits for an answer at {@code now}. */
  public boolean open(Instant now) {
    return status == ChallengeStatus.OPEN && inTime(now);
  }

  /** Without the payload. */
  @Override
  public String toString() {
    return "Challenge[" + id + " " + purpose.code() + " " + status.code() + "]";
  }
}

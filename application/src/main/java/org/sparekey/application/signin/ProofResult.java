package org.sparekey.application.signin;

import java.time.Instant;
import java.util.Optional;

/**
 * What a check of an answer found.
 *
 * @param refusal empty when the answer was right
 * @param retryAt when the next attempt is heard, if there is a wait
 */
public record ProofResult(Optional<ChallengeRefusal> refusal, Optional<Instant> retryAt) {

  /** The answer was right, and is used up. */
  public static ProofResult accepted() {
    return new ProofResult(Optional.empty(), Optional.empty());
  }

  /** The answer was not right. */
  public static ProofResult refused(ChallengeRefusal reason) {
    return new ProofResult(Optional.of(reason), Optional.empty());
  }

  /** Whether the answer was right. */
  public boolean right() {
    return refusal.isEmpty();
  }
}

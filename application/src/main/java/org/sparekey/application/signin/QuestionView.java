package org.sparekey.application.signin;

import java.time.Instant;
import java.util.Map;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.shared.ChallengeId;

/**
 * A question that waits for its answer, as the page that asked may know it.
 *
 * @param prompt what the kind of factor wants shown, by a key of its own
 */
public record QuestionView(
    ChallengeId id,
    Instant createdAt,
    Instant expiresAt,
    ChallengeStatus status,
    Map<String, String> prompt) {

  /** Copies the map. */
  public QuestionView {
    prompt = Map.copyOf(prompt);
  }

  /** Without the prompt. */
  @Override
  public String toString() {
    return "QuestionView[" + id + " " + status.code() + "]";
  }
}

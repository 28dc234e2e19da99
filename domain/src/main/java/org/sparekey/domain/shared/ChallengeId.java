package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Identifies a challenge; public, never a secret. */
public record ChallengeId(UUID value) {

  /** Reads the canonical text form; empty when {@code text} is anything else. */
  public static Optional<ChallengeId> parse(String text) {
    return CanonicalUuid.parse(text).map(ChallengeId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Identifies a recovery; public, never a secret. */
public record RecoveryId(UUID value) {

  /** Reads the canonical text form; empty when {@code text} is anything else. */
  public static Optional<RecoveryId> parse(String text) {
    return CanonicalUuid.parse(text).map(RecoveryId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

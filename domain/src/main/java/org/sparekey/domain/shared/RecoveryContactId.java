package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Identifies a recovery contact; public, never a secret. */
public record RecoveryContactId(UUID value) {

  /** Reads the canonical text form; empty when {@code text} is anything else. */
  public static Optional<RecoveryContactId> parse(String text) {
    return CanonicalUuid.parse(text).map(RecoveryContactId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

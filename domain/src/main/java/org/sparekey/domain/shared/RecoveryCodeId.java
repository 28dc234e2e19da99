package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Identifies a saved recovery code; public, never a secret. */
public record RecoveryCodeId(UUID value) {

  /** Reads the canonical text form; empty when {@code text} is anything else. */
  public static Optional<RecoveryCodeId> parse(String text) {
    return CanonicalUuid.parse(text).map(RecoveryCodeId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Identifies a factor; public, never a secret. */
public record FactorId(UUID value) {

  /** Reads the canonical text form; empty when {@code text} is anything else. */
  public static Optional<FactorId> parse(String text) {
    return CanonicalUuid.parse(text).map(FactorId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

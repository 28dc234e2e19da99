package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Identifies a drill; public, never a secret. */
public record DrillId(UUID value) {

  /** Reads the canonical text form; empty when {@code text} is anything else. */
  public static Optional<DrillId> parse(String text) {
    return CanonicalUuid.parse(text).map(DrillId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

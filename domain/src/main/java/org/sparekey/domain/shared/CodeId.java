package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Identifies an issued code; public, never a secret. */
public record CodeId(UUID value) {

  /** Reads the canonical text form; empty when {@code text} is anything else. */
  public static Optional<CodeId> parse(String text) {
    return CanonicalUuid.parse(text).map(CodeId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

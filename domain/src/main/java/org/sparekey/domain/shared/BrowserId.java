package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Identifies a known browser; public, never a secret. */
public record BrowserId(UUID value) {

  /** Reads the canonical text form; empty when {@code text} is anything else. */
  public static Optional<BrowserId> parse(String text) {
    return CanonicalUuid.parse(text).map(BrowserId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

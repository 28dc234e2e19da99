package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Identifies a session; public, never a secret. */
public record SessionId(UUID value) {

  /** Reads the canonical text form; empty when {@code text} is anything else. */
  public static Optional<SessionId> parse(String text) {
    return CanonicalUuid.parse(text).map(SessionId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

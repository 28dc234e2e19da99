package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Identifies a contact point; public, never a secret. */
public record ContactPointId(UUID value) {

  /** Reads the canonical text form; empty when {@code text} is anything else. */
  public static Optional<ContactPointId> parse(String text) {
    return CanonicalUuid.parse(text).map(ContactPointId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

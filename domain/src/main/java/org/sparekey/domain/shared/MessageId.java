package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Identifies a message in the outbox; public, never a secret. */
public record MessageId(UUID value) {

  /** Reads the canonical text form; empty when {@code text} is anything else. */
  public static Optional<MessageId> parse(String text) {
    return CanonicalUuid.parse(text).map(MessageId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Identifies a draft of a recovery policy; public, never a secret. */
public record PolicyDraftId(UUID value) {

  /** Reads the canonical text form; empty when {@code text} is anything else. */
  public static Optional<PolicyDraftId> parse(String text) {
    return CanonicalUuid.parse(text).map(PolicyDraftId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Identifies a batch of saved recovery codes; public, never a secret. */
public record CodeBatchId(UUID value) {

  /** Reads the canonical text form; empty when {@code text} is anything else. */
  public static Optional<CodeBatchId> parse(String text) {
    return CanonicalUuid.parse(text).map(CodeBatchId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

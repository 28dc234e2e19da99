package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Identifies an audit entry; public, never a secret. */
public record AuditEntryId(UUID value) {

  /** Reads the canonical text form; empty when {@code text} is anything else. */
  public static Optional<AuditEntryId> parse(String text) {
    return CanonicalUuid.parse(text).map(AuditEntryId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Identifies an organisation; public, never a secret. */
public record OrganisationId(UUID value) {

  /** Reads the canonical text form; empty when {@code text} is anything else. */
  public static Optional<OrganisationId> parse(String text) {
    return CanonicalUuid.parse(text).map(OrganisationId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

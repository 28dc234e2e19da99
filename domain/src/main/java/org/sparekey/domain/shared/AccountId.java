package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Identifies an account; public, never a secret. */
public record AccountId(UUID value) {

  /** Reads the canonical text form; empty when {@code text} is anything else. */
  public static Optional<AccountId> parse(String text) {
    return CanonicalUuid.parse(text).map(AccountId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package org.sparekey.application.support;

import java.time.Instant;
import java.util.Set;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.shared.AccountId;

/** An account in a list of found ones. */
public record AccountLine(
    AccountId id,
    String signInName,
    String displayName,
    Set<StaffRole> roles,
    Instant createdAt,
    boolean onProbation) {

  /** Copies the roles. */
  public AccountLine {
    roles = Set.copyOf(roles);
  }
}

package org.sparekey.domain.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;

/**
 * One person's sign-in.
 *
 * @param language the language of mails and pages for this person
 * @param roles empty for everybody but members of staff
 * @param probationUntil end of the restricted time after a reset, when there was one
 */
public record Account(
    AccountId id,
    OrganisationId organisation,
    SignInName signInName,
    String displayName,
    Locale language,
    Set<StaffRole> roles,
    Instant createdAt,
    Optional<Instant> probationUntil) {

  /** Copies the roles. */
  public Account {
    roles = Set.copyOf(roles);
  }

  /** Whether this person works for the organisation's staff. */
  public boolean isStaff() {
    return !roles.isEmpty();
  }

  /** Whether the restricted rights after a reset hold at {@code now}. */
  public boolean onProbation(Instant now) {
    return probationUntil.filter(now::isBefore).isPresent();
  }

  /** The same account, restricted until {@code end}. */
  public Account withProbationUntil(Instant end) {
    return new Account(
        id, organisation, signInName, displayName, language, roles, createdAt, Optional.of(end));
  }

  /** The same account with another language. */
  public Account withLanguage(Locale other) {
    return new Account(
        id, organisation, signInName, displayName, other, roles, createdAt, probationUntil);
  }
}

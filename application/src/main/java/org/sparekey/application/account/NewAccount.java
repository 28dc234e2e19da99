package org.sparekey.application.account;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.shared.OrganisationId;

/**
 * An account to be made.
 *
 * @param passwordHash as {@link org.sparekey.application.port.PasswordHasher} makes it
 * @param contacts known to be right by whoever makes the account: confirmed, and usable at once
 * @param since when all of it counts as made; not in the future
 */
public record NewAccount(
    OrganisationId organisation,
    SignInName signInName,
    String displayName,
    Locale language,
    Set<StaffRole> roles,
    String passwordHash,
    List<Contact> contacts,
    Instant since) {

  /** Copies the collections. */
  public NewAccount {
    roles = Set.copyOf(roles);
    contacts = List.copyOf(contacts);
  }

  /** A contact point in its canonical form. */
  public record Contact(ContactPoint.Kind kind, String value) {}
}

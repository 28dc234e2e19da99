package org.sparekey.domain.account;

import org.sparekey.domain.shared.OrganisationId;

/**
 * The customer whose people have accounts.
 *
 * @param ownerPolicy key of the recovery policy for account owners
 * @param staffPolicy key of the recovery policy for members of staff
 */
public record Organisation(
    OrganisationId id,
    String name,
    String ownerPolicy,
    String staffPolicy,
    PasswordResetRule passwordReset) {

  /** With another policy for account owners. */
  public Organisation ownersUnder(String key) {
    return new Organisation(id, name, key, staffPolicy, passwordReset);
  }

  /** With another policy for members of staff. */
  public Organisation staffUnder(String key) {
    return new Organisation(id, name, ownerPolicy, key, passwordReset);
  }

  /** Whether the policy with this key holds for some of its people. */
  public boolean uses(String key) {
    return ownerPolicy.equals(key) || staffPolicy.equals(key);
  }
}

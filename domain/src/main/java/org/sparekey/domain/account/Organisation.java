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
    PasswordResetRule passwordReset) {}

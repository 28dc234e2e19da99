package org.sparekey.application.account;

import org.sparekey.domain.shared.Secret;

/** Whom a new installation begins with, as it was configured. */
public record FirstAdministrator(
    String organisation, String signInName, String displayName, String email, Secret password) {}

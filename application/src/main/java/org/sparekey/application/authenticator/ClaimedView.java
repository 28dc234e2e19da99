package org.sparekey.application.authenticator;

import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;

/**
 * What a phone keeps beside its key.
 *
 * @param device names the phone from now on
 */
public record ClaimedView(FactorId device, AccountId account, String siteName, String signInName) {}

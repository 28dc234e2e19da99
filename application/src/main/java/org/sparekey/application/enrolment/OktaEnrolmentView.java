package org.sparekey.application.enrolment;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;

/**
 * An enrolment of Okta Verify under way.
 *
 * @param state stable code: wanted, scanning, found, asked, approved, failed
 * @param picture PNG of the QR code, while it waits to be scanned
 * @param number what is to be tapped on the phone, while it was asked
 * @param failure why it failed, as a stable code
 */
public record OktaEnrolmentView(
    FactorId id,
    String state,
    Optional<Secret> picture,
    Optional<String> number,
    Optional<String> failure,
    Instant expiresAt) {}

package org.sparekey.application.enrolment;

import java.time.Instant;
import org.sparekey.domain.shared.FactorId;

/**
 * A phone that waits for its code.
 *
 * @param to the last digits of the number
 * @param state how far the message with the code is: "waiting", "delayed", "handed-over",
 *     "undelivered", "delivered"; "" when none is on its way
 */
public record PhoneEnrolmentView(
    FactorId id, String kind, String to, String state, Instant expiresAt) {}

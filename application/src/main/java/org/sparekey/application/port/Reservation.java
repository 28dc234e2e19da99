package org.sparekey.application.port;

import org.sparekey.domain.challenge.Throttle;

/**
 * Leave to make one attempt, or none.
 *
 * @param granted whether the attempt may be made; it already counts as failed
 * @param throttle the counter, the attempt included when granted
 */
public record Reservation(boolean granted, Throttle throttle) {}

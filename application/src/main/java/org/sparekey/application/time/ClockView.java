package org.sparekey.application.time;

import java.time.Instant;

/**
 * What the server's clock shows.
 *
 * @param movable whether a developer may put it forward
 */
public record ClockView(Instant now, boolean movable) {}

package org.sparekey.application.recovery;

import java.time.Instant;

/**
 * What a recovery contact sees who is asked for help: who it is said to be, and nothing of the
 * account.
 *
 * @param name what the owner calls the person
 * @param asker the name that the owner wrote into the invitation
 * @param state stable code: "open", "counted", "doubted" or "over"
 * @param alarm whether the alarm can still be raised
 * @param until when the owner's recovery ends, while it is open
 */
public record VouchingView(
    String name, String asker, String state, boolean alarm, Instant until, String siteName) {}

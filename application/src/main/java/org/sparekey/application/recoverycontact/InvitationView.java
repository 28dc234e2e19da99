package org.sparekey.application.recoverycontact;

import java.time.Instant;
import java.util.Optional;

/**
 * What the invited person sees: who asks, and nothing of the account.
 *
 * @param name what the owner calls the person
 * @param asker the name that the owner wrote
 * @param state stable code: "open", "accepted", "declined", "removed" or "late"
 * @param until when the invitation can no longer be answered, while it is open
 */
public record InvitationView(
    String name, String asker, String state, Optional<Instant> until, String siteName) {}

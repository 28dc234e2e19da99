package org.sparekey.application.port;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.ContactPointId;

/**
 * A password as it is kept.
 *
 * @param hash Argon2id in PHC form, peppered
 * @param changedAt when the owner last changed or reset it; counts as a risk for a while
 * @param resetThrough the mailbox whose code was half of the last reset; empty when the owner chose
 *     the password at the start or changed it by knowing the old one. While the reset is fresh, who
 *     holds this mailbox may know the password (attacks row 1)
 */
public record StoredPassword(
    String hash, Instant changedAt, Optional<ContactPointId> resetThrough) {}

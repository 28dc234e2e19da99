package org.sparekey.application.port;

import java.time.Instant;

/**
 * A password as it is kept.
 *
 * @param hash Argon2id in PHC form, peppered
 * @param changedAt when the owner last changed or reset it; counts as a risk for a while
 */
public record StoredPassword(String hash, Instant changedAt) {}

package org.sparekey.application.port;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.Secret;

/**
 * A mail to be delivered.
 *
 * @param kind stable word for what it is, for example "recovery-code"; audited
 * @param account whose it is; empty for a decoy, which is written and thrown away
 * @param recipient the mail address
 * @param body plain text; sealed in the database and wiped after delivery, for it may hold a code
 * @param expiresAt after this it is dropped, not delivered: a code that is no longer good
 * @param attempts deliveries tried so far
 */
public record OutboxMessage(
    MessageId id,
    String kind,
    Optional<AccountId> account,
    String recipient,
    Locale language,
    String subject,
    Secret body,
    Instant createdAt,
    Optional<Instant> expiresAt,
    int attempts) {}

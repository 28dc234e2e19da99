package org.sparekey.application.port;

import java.time.Instant;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.Secret;

/**
 * A question on its way to a phone.
 *
 * @param content what the phone shows; sealed in the database
 * @param expiresAt after this it is dropped: the question is over
 * @param attempts deliveries tried so far
 */
public record PushMessage(
    MessageId id,
    AccountId account,
    FactorId factor,
    ChallengeId challenge,
    Secret content,
    Instant createdAt,
    Instant expiresAt,
    int attempts) {}

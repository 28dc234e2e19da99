package org.sparekey.application.delivery;

import java.time.Instant;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.PhoneNumber;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.Secret;

/**
 * A code on its way to a phone.
 *
 * @param id names it; the same as that of the challenge or issued code, so that what became of the
 *     message is found from there
 * @param channel a text or a call
 * @param purpose stable code of what it is for, "sign-in"; part of a message key
 * @param proven whether a code that went to this number for this account came back before
 */
public record PhoneCode(
    MessageId id,
    Account owner,
    PhoneNumber to,
    OutboxMessage.Channel channel,
    String purpose,
    Secret code,
    Instant expiresAt,
    boolean proven) {}

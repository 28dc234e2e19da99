package org.sparekey.application.port;

import java.util.Optional;
import org.sparekey.domain.shared.MessageId;

/**
 * What became of a message, as its provider says.
 *
 * @param message our name for it, where the report carries it
 * @param reference the provider's name for it
 * @param detail the provider's own code of a failure; "" when there is none
 */
public record DeliveryReport(
    Optional<MessageId> message,
    String provider,
    String reference,
    boolean delivered,
    String detail) {}

package org.sparekey.application.adapter.telephony;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.SpokenCode;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.Secret;

/** Texts and calls as the outbox has them. */
final class Messages {

  static final String NUMBER = "+4915123456789";

  private Messages() {}

  static OutboxMessage text(String body, Instant now) {
    return message(OutboxMessage.Channel.TEXT, Secret.ofText(body), Locale.ENGLISH, now);
  }

  static OutboxMessage call(Locale language, Instant now) {
    return message(
        OutboxMessage.Channel.CALL,
        new SpokenCode("Hello <Ada> & all.", "407219", "Once more:", "Goodbye.").body(),
        language,
        now);
  }

  private static OutboxMessage message(
      OutboxMessage.Channel channel, Secret body, Locale language, Instant now) {
    return new OutboxMessage(
        new MessageId(UUID.randomUUID()),
        channel,
        "sign-in-" + channel.code(),
        Optional.empty(),
        NUMBER,
        language,
        "",
        body,
        now,
        Optional.of(now.plusSeconds(600)),
        0);
  }
}

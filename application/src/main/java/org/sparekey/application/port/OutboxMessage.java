package org.sparekey.application.port;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.Secret;

/**
 * A message to be delivered.
 *
 * @param channel how it goes out
 * @param kind stable word for what it is, for example "recovery-code"; audited
 * @param account whose it is; empty for a decoy, which is written and thrown away
 * @param recipient the mail address, or the number in E.164 form
 * @param subject of a mail; "" for what goes to a phone
 * @param body plain text, of a call the text of a {@link SpokenCode}; sealed in the database and
 *     wiped after delivery, for it may hold a code
 * @param expiresAt after this it is dropped, not delivered: a code that is no longer good
 * @param attempts deliveries tried so far
 */
public record OutboxMessage(
    MessageId id,
    Channel channel,
    String kind,
    Optional<AccountId> account,
    String recipient,
    Locale language,
    String subject,
    Secret body,
    Instant createdAt,
    Optional<Instant> expiresAt,
    int attempts) {

  /** How a message goes out; {@link #code()} is stored. */
  public enum Channel {
    MAIL("mail"),
    TEXT("text"),
    CALL("call");

    private final String code;

    Channel(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }
}

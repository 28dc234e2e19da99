package org.sparekey.application.port;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.MessageId;

/**
 * A text or call with a code, as far as it has come. Its number stands in the outbox only, until it
 * is delivered.
 *
 * @param id that of the message in the outbox
 * @param prefix first digits of the number, see {@code PhoneNumber.prefix()}
 * @param provider who took it; empty while nobody has
 * @param reference the provider's name for it
 * @param usedAt when its code came back
 */
public record PhoneMessage(
    MessageId id,
    AccountId account,
    OutboxMessage.Channel channel,
    String prefix,
    Instant askedAt,
    State state,
    Optional<String> provider,
    Optional<String> reference,
    Optional<Instant> usedAt) {

  /** How far it is; {@link #code()} is stored. It only ever moves down this list. */
  public enum State {
    /** In the outbox. */
    WAITING("waiting"),
    /** In the outbox, and no provider took it so far. */
    DELAYED("delayed"),
    /** A provider has it. */
    HANDED_OVER("handed-over"),
    /** It did not arrive, or never will. */
    UNDELIVERED("undelivered"),
    /** It arrived, as the provider says. */
    DELIVERED("delivered");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }

  /** One that was put into the outbox just now. */
  public static PhoneMessage waiting(
      MessageId id,
      AccountId account,
      OutboxMessage.Channel channel,
      String prefix,
      Instant askedAt) {
    return new PhoneMessage(
        id,
        account,
        channel,
        prefix,
        askedAt,
        State.WAITING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}

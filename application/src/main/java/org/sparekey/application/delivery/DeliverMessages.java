package org.sparekey.application.delivery;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.MailTransport;
import org.sparekey.application.port.MailUnavailableException;
import org.sparekey.application.port.OutboxMessage;

/**
 * Delivers the mails that are due in the outbox. A message is claimed in one transaction, handed
 * over outside any, and settled in a third: no database lock waits for a mail server. While one
 * worker has it, no other does; only a worker that dies between handing over and settling makes it
 * go out twice.
 */
@UseCase
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class DeliverMessages {

  /** How many are claimed at a time. */
  static final int BATCH = 10;

  /** How long a claim lasts. */
  static final Duration LEASE = Duration.ofMinutes(10);

  /** More than the slowest handing over takes. */
  static final Duration MOST_FOR_ONE = Duration.ofMinutes(4);

  private static final Set<OutboxMessage.Channel> MAILS = Set.of(OutboxMessage.Channel.MAIL);
  private static final System.Logger LOG = System.getLogger(DeliverMessages.class.getName());

  private final OutboxStep outbox;
  private final MailTransport transport;
  private final InstantSource clock;

  @Inject
  public DeliverMessages(OutboxStep outbox, MailTransport transport, InstantSource clock) {
    this.outbox = outbox;
    this.transport = transport;
    this.clock = clock;
  }

  /** Delivers one batch; returns how many messages were taken from the outbox. */
  public int run() {
    Instant lease = clock.instant().plus(LEASE);
    List<OutboxMessage> batch = outbox.claim(MAILS, clock.instant(), lease, BATCH);
    for (OutboxMessage message : batch) {
      if (clock.instant().plus(MOST_FOR_ONE).isBefore(lease)) {
        deliver(message);
      } // else it is due again when the lease is over
    }
    return batch.size();
  }

  private void deliver(OutboxMessage message) {
    if (message.expiresAt().filter(end -> !clock.instant().isBefore(end)).isPresent()) {
      outbox.drop(message, clock.instant());
      return;
    }
    try {
      if (transport.send(message)) {
        outbox.delivered(message, clock.instant());
      } else {
        outbox.bury(message, "refused", "the mail server refuses it for good", clock.instant());
      }
    } catch (MailUnavailableException problem) {
      outbox.failed(message, String.valueOf(problem.getMessage()), clock.instant());
    } catch (RuntimeException problem) {
      LOG.log(Level.ERROR, "message " + message.id() + " could not be delivered", problem);
      outbox.failed(message, problem.getClass().getSimpleName(), clock.instant());
    }
  }
}

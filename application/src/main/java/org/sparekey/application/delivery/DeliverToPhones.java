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
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.Telephony;
import org.sparekey.application.port.TelephonyUnavailableException;

/**
 * Delivers the texts and calls that are due in the outbox, beside the mails and not after them: a
 * code for a phone is good for ten minutes. One that is no longer good is dropped.
 */
@UseCase
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class DeliverToPhones {

  /** How many are claimed at a time. */
  static final int BATCH = 5;

  /** How long a claim lasts. */
  static final Duration LEASE = Duration.ofMinutes(2);

  /** More than the slowest handing over takes, all providers tried. */
  static final Duration MOST_FOR_ONE = Duration.ofSeconds(30);

  private static final Set<OutboxMessage.Channel> PHONES =
      Set.of(OutboxMessage.Channel.TEXT, OutboxMessage.Channel.CALL);

  private static final System.Logger LOG = System.getLogger(DeliverToPhones.class.getName());

  private final PhoneStep step;
  private final Telephony telephony;
  private final InstantSource clock;

  @Inject
  public DeliverToPhones(PhoneStep step, Telephony telephony, InstantSource clock) {
    this.step = step;
    this.telephony = telephony;
    this.clock = clock;
  }

  /** Delivers one batch; returns how many messages were taken from the outbox. */
  public int run() {
    telephony.reports().forEach(step::reported);
    Instant lease = clock.instant().plus(LEASE);
    List<OutboxMessage> batch = step.claim(PHONES, clock.instant(), lease, BATCH);
    for (OutboxMessage message : batch) {
      if (clock.instant().plus(MOST_FOR_ONE).isBefore(lease)) {
        deliver(message);
      } // else it is due again when the lease is over
    }
    return batch.size();
  }

  private void deliver(OutboxMessage message) {
    if (message.expiresAt().filter(end -> !clock.instant().isBefore(end)).isPresent()) {
      step.drop(message, clock.instant());
      return;
    }
    try {
      step.handedOver(message, telephony.hand(message), clock.instant());
    } catch (TelephonyUnavailableException problem) {
      step.failed(message, String.valueOf(problem.getMessage()), clock.instant());
    } catch (RuntimeException problem) {
      LOG.log(Level.ERROR, "message " + message.id() + " could not be delivered", problem);
      step.failed(message, problem.getClass().getSimpleName(), clock.instant());
    }
  }
}

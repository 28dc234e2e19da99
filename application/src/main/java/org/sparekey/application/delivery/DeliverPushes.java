package org.sparekey.application.delivery;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.PushAddress;
import org.sparekey.application.port.PushMessage;
import org.sparekey.application.port.PushOutcome;
import org.sparekey.application.port.PushService;

/**
 * Delivers questions to phones. As with mails, none is handed over inside a transaction; what is
 * answered or too late is dropped, for nobody wants to be woken by it.
 */
@UseCase
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class DeliverPushes {

  /** How many are claimed at a time. */
  static final int BATCH = 10;

  /** How long a claim lasts: more than a batch of silent push services takes. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final System.Logger LOG = System.getLogger(DeliverPushes.class.getName());

  private final PushStep step;
  private final PushService service;
  private final InstantSource clock;

  @Inject
  public DeliverPushes(PushStep step, PushService service, InstantSource clock) {
    this.step = step;
    this.service = service;
    this.clock = clock;
  }

  /** Delivers one batch; returns how many messages were taken. */
  public int run() {
    Instant now = clock.instant();
    List<PushMessage> batch = step.claim(now, now.plus(LEASE), BATCH);
    batch.forEach(this::deliver);
    return batch.size();
  }

  private void deliver(PushMessage message) {
    Instant now = clock.instant();
    try {
      Optional<PushAddress> to = step.whereTo(message, now);
      if (to.isEmpty()) {
        step.drop(message);
        return;
      }
      PushOutcome outcome =
          service.send(to.get(), message.content(), Duration.between(now, message.expiresAt()));
      step.settle(message, to.get(), outcome, clock.instant());
    } catch (RuntimeException problem) {
      LOG.log(Level.ERROR, "push " + message.id() + " could not be delivered", problem);
      step.later(message, Optional.empty(), clock.instant());
    }
  }
}

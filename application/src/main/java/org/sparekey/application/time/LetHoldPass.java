package org.sparekey.application.time;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.domain.recovery.Recovery;

/** Lets time pass until the first hold is over. */
@UseCase
public class LetHoldPass {

  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final RecoveryRepository recoveries;
  private final LetTimePass letTimePass;
  private final InstantSource clock;

  @Inject
  public LetHoldPass(RecoveryRepository recoveries, LetTimePass letTimePass, InstantSource clock) {
    this.recoveries = recoveries;
    this.letTimePass = letTimePass;
    this.clock = clock;
  }

  /** False when no recovery is in a hold, or the clock is not to be moved. */
  public boolean pass() {
    Instant now = clock.instant();
    Optional<Instant> end =
        recoveries.holding().stream()
            .flatMap(id -> recoveries.find(id).stream())
            .filter(Recovery.Holding.class::isInstance)
            .map(recovery -> ((Recovery.Holding) recovery).until())
            .min(Comparator.naturalOrder());
    return end.filter(until -> letTimePass.pass(waiting(now, until))).isPresent();
  }

  /** One that is over already is only not yet released. */
  private static Duration waiting(Instant now, Instant until) {
    return now.isBefore(until) ? Duration.between(now, until).plus(A_MOMENT) : A_MOMENT;
  }
}

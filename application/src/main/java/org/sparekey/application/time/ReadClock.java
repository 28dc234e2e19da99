package org.sparekey.application.time;

import jakarta.inject.Inject;
import java.time.InstantSource;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.MovableClock;

/** Tells the server's time. */
@UseCase
public class ReadClock {

  private final InstantSource clock;
  private final MovableClock movable;

  @Inject
  public ReadClock(InstantSource clock, MovableClock movable) {
    this.clock = clock;
    this.movable = movable;
  }

  /** What the clock shows now. */
  public ClockView clock() {
    return new ClockView(clock.instant(), movable.movable());
  }
}

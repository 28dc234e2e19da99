package org.sparekey.application.adapter.clock;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.ClockGuard;

/**
 * Compares the wall clock with the one that counts since the machine started and that nobody can
 * set. What the wall clock gains within one question and the next counts as a jump when it is more
 * than 2 seconds: less than that is how clocks are kept right. A clock that was put back counts as
 * no jump, and what it then runs ahead of the old one does.
 */
@Adapter
public class SteadyClockGuard implements ClockGuard {

  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final Supplier<ServerClock.Reading> clock;
  private Instant lastWall;
  private long lastSteady;

  @Inject
  public SteadyClockGuard(ServerClock clock) {
    this(clock::reading);
  }

  SteadyClockGuard(InstantSource wall, LongSupplier steadyNanos) {
    this(() -> new ServerClock.Reading(wall.instant(), steadyNanos.getAsLong()));
  }

  private SteadyClockGuard(Supplier<ServerClock.Reading> clock) {
    this.clock = clock;
    ServerClock.Reading first = clock.get();
    lastWall = first.wall();
    lastSteady = first.steadyNanos();
  }

  @Override
  public synchronized Duration takeJump() {
    ServerClock.Reading now = clock.get();
    Instant nowWall = now.wall();
    long nowSteady = now.steadyNanos();
    Duration ahead = Duration.between(lastWall, nowWall).minusNanos(nowSteady - lastSteady);
    if (ahead.abs().compareTo(TOLERANCE) <= 0) {
      return Duration.ZERO; // measured from the same start, so that many small steps add up
    }
    lastWall = nowWall;
    lastSteady = nowSteady;
    return ahead.isNegative() ? Duration.ZERO : ahead;
  }
}

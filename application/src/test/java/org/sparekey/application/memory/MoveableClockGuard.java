package org.sparekey.application.memory;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.sparekey.application.port.ClockGuard;

/** Sees the jumps that a test tells it of. */
public final class MoveableClockGuard implements ClockGuard {

  private final AtomicReference<Duration> jump = new AtomicReference<>(Duration.ZERO);

  /** The next question is answered with this. */
  public void jumped(Duration by) {
    jump.set(by);
  }

  @Override
  public Duration takeJump() {
    return jump.getAndSet(Duration.ZERO);
  }
}

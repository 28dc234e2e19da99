package org.sparekey.application.memory;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.application.port.SignsOfLife;

/** The last sign in memory. */
public final class MemorySignsOfLife implements SignsOfLife {

  private Optional<Instant> last = Optional.empty();

  @Override
  public synchronized Optional<Instant> last() {
    return last;
  }

  @Override
  public synchronized void note(Instant now) {
    last = Optional.of(now);
  }
}

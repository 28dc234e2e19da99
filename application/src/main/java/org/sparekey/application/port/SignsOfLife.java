package org.sparekey.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When some node was last known to run, kept where all nodes see it: a start tells by it how long
 * nobody watched, and whether the clock was moved meanwhile (attacks row 33).
 */
public interface SignsOfLife {

  /** Longer than two signs are apart, and than a node takes to start. */
  Duration LONG_PAUSE = Duration.ofMinutes(10);

  /** The last sign; empty before the first start. */
  Optional<Instant> last();

  /** Some node runs at {@code now}, which may be earlier than the last sign. */
  void note(Instant now);
}

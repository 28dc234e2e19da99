package org.sparekey.application.adapter.telephony;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How a provider did lately, as this node sees it. After a few failures in a row it rests: nobody
 * waits for its time-outs meanwhile. After the rest one message tries it again.
 */
final class LineHealth {

  static final int MOST_FAILURES = 3;
  static final Duration REST = Duration.ofSeconds(30);

  private final InstantSource clock;
  private int failures;
  private Instant restsUntil = Instant.EPOCH;

  LineHealth(InstantSource clock) {
    this.clock = clock;
  }

  synchronized boolean rests() {
    return clock.instant().isBefore(restsUntil);
  }

  synchronized void worked() {
    failures = 0;
    restsUntil = Instant.EPOCH;
  }

  synchronized void failed() {
    failures++;
    if (failures >= MOST_FAILURES) {
      restsUntil = clock.instant().plus(REST);
    }
  }
}

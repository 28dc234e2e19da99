package org.sparekey.domain.shared;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Rules for points in time; none of them reads a clock. */
public final class Moments {

  private Moments() {}

  /** Cuts to microseconds, which both databases keep: a value read back equals the one written. */
  public static Instant storable(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}

package org.sparekey.application.memory;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.sparekey.application.port.IdSource;

/** Ids of the form of UUID version 7 that count up: the same in every run. */
public final class CountingIds implements IdSource {

  private static final long FIRST = 0x0190_0000_0000_7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final AtomicLong count = new AtomicLong();

  @Override
  public UUID next() {
    return new UUID(FIRST, VARIANT | count.incrementAndGet());
  }
}

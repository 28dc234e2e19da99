package org.sparekey.application.adapter.clock;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.IdSource;

/**
 * UUID version 7 (RFC 9562 §5.7), each greater than the one before in this process, also when the
 * clock stands still or goes back: the milliseconds and the 12 bits after the version are one
 * counter (§6.2, method 3), the other 62 bits are random.
 */
@Adapter
public class TimeOrderedIds implements IdSource {

  private static final int SUBMILLIS = 12;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();

  @Inject
  public TimeOrderedIds(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public UUID next() {
    long now = clock.millis() << SUBMILLIS;
    long tick = last.updateAndGet(before -> Math.max(before + 1, now));
    long high = (tick >>> SUBMILLIS) << 16 | VERSION_7 | (tick & ((1L << SUBMILLIS) - 1));
    return new UUID(high, VARIANT | (random.nextLong() & VARIANT_MASK));
  }
}

package org.sparekey.application.memory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.port.RateLimits;

/** Budgets in memory: full again one period after the first spending. */
public final class MemoryRateLimits implements RateLimits {

  private record Key(RateLimit limit, String subject) {}

  private record Window(Instant end, long spent) {}

  private final Map<Key, Window> rows = new HashMap<>();
  private final InstantSource clock;

  public MemoryRateLimits(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized boolean exhausted(RateLimit limit, String subject) {
    return window(new Key(limit, subject)).spent() >= limit.capacity();
  }

  @Override
  public synchronized boolean trySpend(RateLimit limit, String subject) {
    Key key = new Key(limit, subject);
    Window window = window(key);
    if (window.spent() >= limit.capacity()) {
      return false;
    }
    rows.put(key, new Window(window.end(), window.spent() + 1));
    return true;
  }

  private Window window(Key key) {
    Instant now = clock.instant();
    Window window = rows.get(key);
    return window == null || !now.isBefore(window.end())
        ? new Window(now.plus(key.limit().period()), 0)
        : window;
  }

  @Override
  public synchronized int purge(Instant before, int limit) {
    List<Key> over =
        rows.entrySet().stream()
            .filter(row -> row.getValue().end().isBefore(before))
            .map(Map.Entry::getKey)
            .limit(limit)
            .toList();
    over.forEach(rows::remove);
    return over.size();
  }
}

package org.sparekey.application.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sparekey.application.port.Reservation;
import org.sparekey.application.port.ThrottleRepository;
import org.sparekey.domain.challenge.Throttle;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottleRules;

/** Failure counters in memory. */
public final class MemoryThrottleRepository implements ThrottleRepository {

  private final Map<ThrottleKey, Throttle> rows = new HashMap<>();
  private final Map<ThrottleKey, Instant> changes = new HashMap<>();

  @Override
  public synchronized Reservation reserve(ThrottleKey key, Instant now) {
    Throttle throttle = find(key);
    if (throttle.blocks(now)) {
      return new Reservation(false, throttle);
    }
    Throttle next = throttle.failed(now);
    rows.put(key, next);
    changes.put(key, now);
    return new Reservation(true, next);
  }

  @Override
  public synchronized void clear(ThrottleKey key) {
    rows.keySet()
        .removeIf(
            other ->
                other.equals(key)
                    || (key.ofKnownBrowser()
                        && other.method() == key.method()
                        && other.subject().equals(key.subject())));
  }

  @Override
  public synchronized void clearSubject(String subject) {
    rows.keySet().removeIf(key -> key.subject().equals(subject));
  }

  @Override
  public synchronized Throttle find(ThrottleKey key) {
    return rows.getOrDefault(key, Throttle.clear(key));
  }

  @Override
  public synchronized int purge(Instant before, int limit) {
    List<ThrottleKey> over =
        changes.entrySet().stream()
            .filter(change -> change.getValue().isBefore(before))
            .map(Map.Entry::getKey)
            .filter(key -> find(key).failures() < ThrottleRules.DAILY_FAILURES)
            .limit(limit)
            .toList();
    over.forEach(changes::remove);
    over.forEach(rows::remove);
    return over.size();
  }
}

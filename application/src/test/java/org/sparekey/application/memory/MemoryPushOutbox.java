package org.sparekey.application.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sparekey.application.port.PushMessage;
import org.sparekey.application.port.PushOutbox;
import org.sparekey.domain.shared.MessageId;

/** Questions for phones in memory. */
public final class MemoryPushOutbox implements PushOutbox {

  private final Map<MessageId, PushMessage> rows = new HashMap<>();
  private final Map<MessageId, Instant> due = new HashMap<>();

  @Override
  public synchronized void add(PushMessage message) {
    rows.put(message.id(), message);
    due.put(message.id(), message.createdAt());
  }

  @Override
  public synchronized List<PushMessage> claim(Instant now, Instant lease, int limit) {
    List<PushMessage> taken =
        rows.values().stream()
            .filter(row -> !due.getOrDefault(row.id(), Instant.MAX).isAfter(now))
            .sorted(
                Comparator.comparing((PushMessage row) -> due.getOrDefault(row.id(), Instant.MAX))
                    .thenComparing(row -> row.id().value(), Uuids.BYTEWISE))
            .limit(limit)
            .toList();
    taken.forEach(row -> due.put(row.id(), lease));
    return taken;
  }

  @Override
  public synchronized void remove(MessageId id) {
    rows.remove(id);
    due.remove(id);
  }

  @Override
  public synchronized void retry(MessageId id, Instant next) {
    rows.computeIfPresent(
        id,
        (key, row) -> {
          due.put(key, next);
          return new PushMessage(
              row.id(),
              row.account(),
              row.factor(),
              row.challenge(),
              row.content(),
              row.createdAt(),
              row.expiresAt(),
              row.attempts() + 1);
        });
  }

  /** All that wait, oldest first. */
  public synchronized List<PushMessage> waiting() {
    List<PushMessage> all = new ArrayList<>(rows.values());
    all.sort(Comparator.comparing(PushMessage::createdAt));
    return all;
  }
}

package org.sparekey.application.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.port.Outbox;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.Secret;

/** The outbox in memory; tests look at {@link #messages()} and {@link #state}. */
public final class MemoryOutbox implements Outbox {

  /** What became of a message. */
  public enum State {
    WAITING,
    DELIVERED,
    DROPPED,
    BURIED
  }

  private record Row(OutboxMessage message, State state, Instant dueAt, String error) {}

  private final Map<MessageId, Row> rows = new LinkedHashMap<>();
  private final Set<MessageId> unreadable = new HashSet<>();
  private int decoys;

  @Override
  public synchronized void add(OutboxMessage message) {
    Row row = new Row(message, State.WAITING, message.createdAt(), "");
    if (rows.putIfAbsent(message.id(), row) != null) {
      throw new IllegalStateException("message exists");
    }
  }

  @Override
  public synchronized void addDecoy(OutboxMessage message) {
    decoys++;
  }

  @Override
  public synchronized Claim claim(
      Set<OutboxMessage.Channel> channels, Instant now, Instant lease, int limit) {
    List<Row> due =
        rows.values().stream()
            .filter(row -> row.state() == State.WAITING && !now.isBefore(row.dueAt()))
            .filter(row -> channels.contains(row.message().channel()))
            .sorted(
                Comparator.comparing(Row::dueAt)
                    .thenComparing(row -> row.message().id().value(), Uuids.BYTEWISE))
            .limit(limit)
            .toList();
    due.forEach(
        row ->
            rows.put(
                row.message().id(), new Row(row.message(), State.WAITING, lease, row.error())));
    List<OutboxMessage> messages =
        due.stream()
            .map(Row::message)
            .filter(message -> !unreadable.contains(message.id()))
            .toList();
    return new Claim(
        messages,
        due.stream()
            .map(Row::message)
            .filter(message -> unreadable.contains(message.id()))
            .map(message -> with(message, Secret.ofText(""), message.attempts()))
            .toList());
  }

  @Override
  public synchronized void settle(MessageId id, Instant now, boolean delivered) {
    end(id, now, delivered ? State.DELIVERED : State.DROPPED, "");
  }

  @Override
  public synchronized void retry(MessageId id, Instant next, String error) {
    rows.computeIfPresent(
        id,
        (key, row) ->
            row.state() == State.WAITING
                ? new Row(
                    with(row.message(), row.message().body(), row.message().attempts() + 1),
                    State.WAITING,
                    next,
                    error)
                : row);
  }

  @Override
  public synchronized void bury(MessageId id, Instant now, String error) {
    end(id, now, State.BURIED, error);
  }

  /** From now on the seal of this one does not open. */
  public synchronized void breakSeal(MessageId id) {
    unreadable.add(id);
  }

  /** All messages ever added, decoys not included, in the order of adding; ended ones are wiped. */
  public synchronized List<OutboxMessage> messages() {
    return new ArrayList<>(rows.values()).stream().map(Row::message).toList();
  }

  /** Those of this kind. */
  public synchronized List<OutboxMessage> messages(String kind) {
    return messages().stream().filter(message -> message.kind().equals(kind)).toList();
  }

  /** How many decoys were added. */
  public synchronized int decoys() {
    return decoys;
  }

  /** What became of it. */
  public synchronized Optional<State> state(MessageId id) {
    return Optional.ofNullable(rows.get(id)).map(Row::state);
  }

  private void end(MessageId id, Instant now, State state, String error) {
    rows.computeIfPresent(
        id,
        (key, row) ->
            row.state() == State.WAITING
                ? new Row(
                    with(
                        row.message(),
                        state == State.BURIED && row.message().expiresAt().isEmpty()
                            ? row.message().body()
                            : Secret.ofText(""),
                        row.message().attempts()),
                    state,
                    now,
                    error)
                : row);
  }

  private static OutboxMessage with(OutboxMessage message, Secret body, int attempts) {
    return new OutboxMessage(
        message.id(),
        message.channel(),
        message.kind(),
        message.account(),
        message.recipient(),
        message.language(),
        message.subject(),
        body,
        message.createdAt(),
        message.expiresAt(),
        attempts);
  }

  @Override
  public synchronized int purge(Instant before, int limit) {
    List<MessageId> over =
        rows.values().stream()
            .filter(row -> row.state() == State.DELIVERED || row.state() == State.DROPPED)
            .filter(row -> row.dueAt().isBefore(before))
            .limit(limit)
            .map(row -> row.message().id())
            .toList();
    over.forEach(rows::remove);
    return over.size();
  }
}

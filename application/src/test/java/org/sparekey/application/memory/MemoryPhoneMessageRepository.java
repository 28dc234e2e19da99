package org.sparekey.application.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.port.PhoneMessage;
import org.sparekey.application.port.PhoneMessageRepository;
import org.sparekey.domain.shared.MessageId;

/** Texts and calls in memory. */
public final class MemoryPhoneMessageRepository implements PhoneMessageRepository {

  private final Map<MessageId, PhoneMessage> rows = new LinkedHashMap<>();

  @Override
  public synchronized void add(PhoneMessage message) {
    if (rows.putIfAbsent(message.id(), message) != null) {
      throw new IllegalStateException("message exists");
    }
  }

  @Override
  public synchronized Optional<PhoneMessage> find(MessageId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public synchronized Optional<PhoneMessage> find(String provider, String reference) {
    return rows.values().stream()
        .filter(row -> row.provider().filter(provider::equals).isPresent())
        .filter(row -> row.reference().filter(reference::equals).isPresent())
        .max(Comparator.comparing(PhoneMessage::askedAt));
  }

  @Override
  public synchronized void handedOver(MessageId id, String provider, String reference) {
    rows.computeIfPresent(
        id,
        (key, row) ->
            with(row, row.state(), Optional.of(provider), Optional.of(reference), row.usedAt()));
    move(id, PhoneMessage.State.HANDED_OVER);
  }

  @Override
  public synchronized boolean move(MessageId id, PhoneMessage.State to) {
    PhoneMessage row = rows.get(id);
    if (row == null || row.state().compareTo(to) >= 0) {
      return false;
    }
    rows.put(id, with(row, to, row.provider(), row.reference(), row.usedAt()));
    return true;
  }

  @Override
  public synchronized void used(MessageId id, Instant now) {
    rows.computeIfPresent(
        id,
        (key, row) ->
            with(
                row,
                row.state(),
                row.provider(),
                row.reference(),
                row.usedAt().or(() -> Optional.of(now))));
  }

  @Override
  public synchronized Conversion conversion(String prefix, Instant from, Instant until) {
    List<PhoneMessage> counted =
        rows.values().stream()
            .filter(row -> row.prefix().equals(prefix))
            .filter(row -> !row.askedAt().isBefore(from))
            .filter(row -> row.provider().isPresent())
            .filter(row -> row.askedAt().isBefore(until) || row.usedAt().isPresent())
            .toList();
    return new Conversion(
        counted.size(), counted.stream().filter(row -> row.usedAt().isPresent()).count());
  }

  @Override
  public synchronized int purge(Instant before, int limit) {
    List<MessageId> over =
        rows.values().stream()
            .filter(row -> row.askedAt().isBefore(before))
            .limit(limit)
            .map(PhoneMessage::id)
            .toList();
    over.forEach(rows::remove);
    return over.size();
  }

  private static PhoneMessage with(
      PhoneMessage row,
      PhoneMessage.State state,
      Optional<String> provider,
      Optional<String> reference,
      Optional<Instant> usedAt) {
    return new PhoneMessage(
        row.id(),
        row.account(),
        row.channel(),
        row.prefix(),
        row.askedAt(),
        state,
        provider,
        reference,
        usedAt);
  }
}

package org.sparekey.application.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.SessionId;

/** Sessions in memory. */
public final class MemorySessionRepository implements SessionRepository {

  private final Map<SessionId, Session> rows = new HashMap<>();

  @Override
  public synchronized void add(Session session) {
    if (rows.putIfAbsent(session.id(), session) != null) {
      throw new IllegalStateException("session exists");
    }
  }

  @Override
  public synchronized void save(Session session) {
    Session row = rows.get(session.id());
    if (row == null) {
      throw new IllegalStateException("no such session");
    }
    if (row.endedAt().isEmpty()) {
      rows.put(session.id(), session);
    }
  }

  @Override
  public synchronized Optional<Session> find(SessionId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public synchronized Optional<Session> findByTokenHash(String tokenHash) {
    return rows.values().stream().filter(row -> row.tokenHash().equals(tokenHash)).findFirst();
  }

  @Override
  public synchronized List<Session> openOf(AccountId account) {
    return rows.values().stream()
        .filter(row -> row.account().equals(account) && row.endedAt().isEmpty())
        .sorted(
            Comparator.comparing(Session::startedAt)
                .thenComparing(row -> row.id().value(), Uuids.BYTEWISE)
                .reversed())
        .toList();
  }

  @Override
  public synchronized boolean end(SessionId id, Instant now) {
    Optional<Session> open = find(id).filter(session -> session.endedAt().isEmpty());
    open.ifPresent(session -> save(session.ended(now)));
    return open.isPresent();
  }

  @Override
  public synchronized int endOthersOf(AccountId account, SessionId kept, Instant now) {
    List<Session> others =
        openOf(account).stream().filter(session -> !session.id().equals(kept)).toList();
    others.forEach(session -> save(session.ended(now)));
    return others.size();
  }

  @Override
  public synchronized int endAllOf(AccountId account, Instant now) {
    List<Session> open = openOf(account);
    open.forEach(session -> save(session.ended(now)));
    return open.size();
  }

  @Override
  public synchronized int purge(Instant before, int limit) {
    List<SessionId> over =
        rows.values().stream()
            .filter(
                row ->
                    row.endedAt().filter(before::isAfter).isPresent()
                        || row.lastSeenAt().isBefore(before))
            .limit(limit)
            .map(Session::id)
            .toList();
    over.forEach(rows::remove);
    return over.size();
  }
}

package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.Reservation;
import org.sparekey.application.port.ThrottleRepository;
import org.sparekey.domain.challenge.Throttle;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottleRules;

/**
 * Failure counters as rows, changed by compare-and-set: what the rules say is computed in the
 * domain, and written only if nobody wrote in between.
 */
@Adapter
public class JpaThrottleRepository implements ThrottleRepository {

  private static final String OF_KEY = " where subject = ? and method = ? and lane = ?";
  private static final int MOST_TRIES = 10_000;

  private record Versioned(Throttle throttle, int version) {}

  private final EntityManager em;

  @Inject
  public JpaThrottleRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public Reservation reserve(ThrottleKey key, Instant now) {
    Connection connection = em.unwrap(Connection.class);
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<Versioned> row = read(connection, key);
      Throttle throttle = row.map(Versioned::throttle).orElseGet(() -> Throttle.clear(key));
      if (throttle.blocks(now)) {
        return new Reservation(false, throttle);
      }
      Throttle next = throttle.failed(now);
      boolean written =
          row.map(known -> update(connection, next, known.version(), now))
              .orElseGet(() -> insert(connection, next, now));
      if (written) {
        return new Reservation(true, next);
      }
    }
    throw new IllegalStateException("a failure counter changes all the time");
  }

  @Override
  public void clear(ThrottleKey key) {
    Connection connection = em.unwrap(Connection.class);
    String back =
        "update throttle set failures = 0, blocked_until = null, row_version = row_version + 1";
    if (key.ofKnownBrowser()) {
      Sql.update(
          connection,
          back + " where subject = ? and method = ? and failures > 0",
          key.subject(),
          key.method().code());
    } else {
      Sql.update(
          connection,
          back + OF_KEY + " and failures > 0",
          key.subject(),
          key.method().code(),
          key.lane());
    }
  }

  @Override
  public void clearSubject(String subject) {
    Sql.update(
        em.unwrap(Connection.class),
        "update throttle set failures = 0, blocked_until = null, row_version = row_version + 1"
            + " where subject = ? and failures > 0",
        subject);
  }

  @Override
  public Throttle find(ThrottleKey key) {
    return read(em.unwrap(Connection.class), key)
        .map(Versioned::throttle)
        .orElseGet(() -> Throttle.clear(key));
  }

  private static Optional<Versioned> read(Connection connection, ThrottleKey key) {
    List<Versioned> rows =
        Sql.query(
            connection,
            "select failures, blocked_until, row_version from throttle" + OF_KEY,
            row ->
                new Versioned(
                    new Throttle(
                        key, row.getInt(1), Optional.ofNullable(Sql.nullableInstant(row, 2))),
                    row.getInt(3)),
            key.subject(),
            key.method().code(),
            key.lane());
    return rows.stream().findFirst();
  }

  private static boolean update(Connection connection, Throttle next, int version, Instant now) {
    @Nullable Instant blockedUntil = next.blockedUntil().orElse(null);
    return Sql.update(
            connection,
            "update throttle set failures = ?, blocked_until = ?, changed_at = ?, row_version = ?"
                + OF_KEY
                + " and row_version = ?",
            next.failures(),
            blockedUntil,
            now,
            version + 1,
            next.key().subject(),
            next.key().method().code(),
            next.key().lane(),
            version)
        == 1;
  }

  private static boolean insert(Connection connection, Throttle next, Instant now) {
    return Sql.update(
            connection,
            "insert into throttle (subject, method, lane, row_version, failures, blocked_until,"
                + " changed_at) values (?, ?, ?, 0, ?, ?, ?) on conflict do nothing",
            next.key().subject(),
            next.key().method().code(),
            next.key().lane(),
            next.failures(),
            next.blockedUntil().orElse(null),
            now)
        == 1;
  }

  @Override
  public int purge(Instant before, int limit) {
    String old = " where changed_at < ? and failures < " + ThrottleRules.DAILY_FAILURES;
    return Sql.update(
        em.unwrap(Connection.class),
        "delete from throttle"
            + old
            + " and (subject, method, lane) in (select subject, method, lane from throttle"
            + old
            + " order by changed_at limit ?)",
        before,
        before,
        limit);
  }
}

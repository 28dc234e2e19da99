package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.AuditQuery;
import org.sparekey.application.port.AuditReader;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.audit.AuditEntry;
import org.sparekey.domain.audit.Outcome;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.AuditEntryId;
import org.sparekey.domain.shared.BrowserId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;

/**
 * Reads entries in pages by key, past JPA: an export reads millions. Works in a transaction and
 * outside of one.
 */
@Adapter
public class JpaAuditReader implements AuditReader {

  private static final int PAGE = 5_000;

  /** By how much the time in an id and the time of recording may differ, to be on the safe side. */
  private static final Duration SLACK = Duration.ofDays(1);

  private static final String COLUMNS =
      "select e.id, e.recorded_at, e.code, e.outcome, e.actor_kind, e.actor, e.subject,"
          + " e.organisation, e.reason, e.factor_kind, e.factor, e.recovery, e.policy, e.detail,"
          + " p.source_address, p.user_agent, p.browser"
          + " from audit_entry e left join audit_personal p on p.entry = e.id";

  private static final Map<String, AuditCode> CODES = byCode(AuditCode.values(), AuditCode::code);
  private static final Map<String, Outcome> OUTCOMES = byCode(Outcome.values(), Outcome::code);
  private static final Map<String, Actor.Kind> ACTORS =
      byCode(Actor.Kind.values(), Actor.Kind::code);

  private final DataSource database;

  @Inject
  public JpaAuditReader(DataSource database) {
    this.database = database;
  }

  @Override
  public List<AuditEntry> page(AuditQuery query, Optional<AuditEntryId> before, int limit) {
    Condition condition = new Condition(query);
    before.ifPresent(id -> condition.and("e.id < ?", id.value()));
    try (Connection connection = database.getConnection()) {
      return condition.select(connection, " order by e.organisation desc, e.id desc", limit);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  @Override
  public long stream(AuditQuery query, AuditEntryId last, Consumer<? super AuditEntry> sink) {
    long count = 0;
    Optional<UUID> after = Optional.empty();
    List<AuditEntry> page;
    do {
      Condition condition = new Condition(query);
      condition.and("e.id <= ?", last.value());
      after.ifPresent(id -> condition.and("e.id > ?", id));
      // a connection for each page: the receiver takes the rows as slowly as it likes
      try (Connection connection = database.getConnection()) {
        page = condition.select(connection, " order by e.organisation, e.id", PAGE);
      } catch (SQLException e) {
        throw new DatabaseException(e);
      }
      page.forEach(sink);
      count += page.size();
      after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1).id().value());
    } while (page.size() == PAGE);
    return count;
  }

  /** The condition that a query means, with its arguments. */
  private static final class Condition {

    private final StringBuilder sql = new StringBuilder(COLUMNS);
    private final List<Object> arguments = new ArrayList<>();

    Condition(AuditQuery query) {
      sql.append(" where e.organisation = ?");
      arguments.add(query.organisation().value());
      query.subject().ifPresent(id -> and("e.subject = ?", id.value()));
      query.actor().ifPresent(id -> and("e.actor = ?", id.value()));
      query.outcome().ifPresent(outcome -> and("e.outcome = ?", outcome.code()));
      if (!query.codes().isEmpty()) {
        sql.append(" and e.code in (").append(Sql.places(query.codes().size())).append(')');
        query.codes().stream().map(AuditCode::code).sorted().forEach(arguments::add);
      }
      // the ids begin with the time: this keeps the reading to a part of the index
      query
          .from()
          .ifPresent(
              from -> {
                and("e.recorded_at >= ?", from);
                and("e.id >= ?", firstIdOf(from.minus(SLACK)));
              });
      query
          .to()
          .ifPresent(
              to -> {
                and("e.recorded_at < ?", to);
                and("e.id < ?", firstIdOf(to.plus(SLACK)));
              });
    }

    void and(String condition, Object argument) {
      sql.append(" and ").append(condition);
      arguments.add(argument);
    }

    List<AuditEntry> select(Connection connection, String order, int limit) {
      return Sql.query(
          connection, sql + order + " limit " + limit, JpaAuditReader::read, arguments.toArray());
    }
  }

  private static UUID firstIdOf(Instant instant) {
    return new UUID(Math.max(0, instant.toEpochMilli()) << 16, 0);
  }

  private static AuditEntry read(ResultSet row) throws SQLException {
    Origin origin =
        new Origin(
            orEmpty(row.getString(15)), orEmpty(row.getString(16)), id(row, 17, BrowserId::new));
    return new AuditEntry(
        new AuditEntryId(row.getObject(1, UUID.class)),
        Sql.instant(row, 2),
        new AuditDraft(
            known(CODES, row.getString(3)),
            new Actor(known(ACTORS, row.getString(5)), id(row, 6, AccountId::new)),
            origin,
            known(OUTCOMES, row.getString(4)),
            id(row, 7, AccountId::new),
            id(row, 8, OrganisationId::new),
            Optional.ofNullable(row.getString(9)),
            Optional.ofNullable(row.getString(10)),
            id(row, 11, FactorId::new),
            id(row, 12, RecoveryId::new),
            Optional.ofNullable(row.getString(13)),
            Optional.ofNullable(row.getString(14))));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static <I> Optional<I> id(ResultSet row, int column, Function<UUID, I> id)
      throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class)).map(id);
  }

  private static <E> E known(Map<String, E> values, String code) {
    E value = values.get(code);
    if (value == null) {
      throw new IllegalStateException("unknown code '" + code + "'");
    }
    return value;
  }

  private static <E> Map<String, E> byCode(E[] values, Function<E, String> code) {
    return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(code, value -> value));
  }
}

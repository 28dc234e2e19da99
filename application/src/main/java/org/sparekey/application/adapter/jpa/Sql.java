package org.sparekey.application.adapter.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sparekey.domain.shared.Moments;

/** Statements that go past JPA: guards and bulk reading. They are the same on both databases. */
final class Sql {

  /** Makes something of the current row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private Sql() {}

  /** Returns how many rows it changed. */
  static int update(Connection connection, String sql, @Nullable Object... arguments) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  static <T> List<T> query(
      Connection connection, String sql, RowReader<T> reader, @Nullable Object... arguments) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
          all.add(reader.read(rows));
        }
        return all;
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  static void bind(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      if (argument == null) {
        statement.setNull(i + 1, Types.NULL);
      } else if (argument instanceof Instant instant) {
        statement.setObject(i + 1, Moments.storable(instant).atOffset(ZoneOffset.UTC));
      } else if (argument instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else {
        statement.setObject(i + 1, argument);
      }
    }
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant nullableInstant(ResultSet row, int column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** "?, ?, ?" for so many arguments. */
  static String places(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}

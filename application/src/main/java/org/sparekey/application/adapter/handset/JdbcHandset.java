package org.sparekey.application.adapter.handset;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.inject.Inject;
import java.security.InvalidKeyException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.Handset;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.domain.challenge.TotpWindow;
import org.sparekey.domain.shared.Secret;

/**
 * The handset in three small tables of its own, so that it survives a restart and every node shows
 * the same. Its seeds lie there in the open: it is a toy phone and never stands in production.
 */
@Adapter
public class JdbcHandset implements Handset {

  private static final int DIGITS = 6;
  private static final Duration KEPT = Duration.ofDays(30);

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(TotpWindow.STEP, DIGITS);
  private final DataSource database;

  @Inject
  public JdbcHandset(DataSource database) {
    this.database = database;
  }

  @Override
  public void receive(Mail mail) {
    update("delete from handset_mail where received_at < ?", at(mail.receivedAt().minus(KEPT)));
    update(
        "insert into handset_mail (id, recipient, subject, body, received_at)"
            + " values (?, ?, ?, ?, ?)",
        mail.id(),
        mail.recipient(),
        mail.subject(),
        mail.body(),
        at(mail.receivedAt()));
  }

  @Override
  public List<Mail> mails(Optional<UUID> after, int limit) {
    String columns = "select id, recipient, subject, body, received_at from handset_mail";
    String order = " order by received_at desc, id desc limit ?";
    return after
        .map(
            seen ->
                query(
                    columns
                        + " where received_at >= (select received_at from handset_mail"
                        + " where id = ?)"
                        + order,
                    JdbcHandset::mail,
                    seen,
                    limit))
        .orElseGet(() -> query(columns + order, JdbcHandset::mail, limit));
  }

  @Override
  public void ring(Ring ring) {
    update("delete from handset_phone where received_at < ?", at(ring.receivedAt().minus(KEPT)));
    update("delete from handset_phone where id = ?", ring.id());
    update(
        "insert into handset_phone (id, channel, recipient, language, body, received_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        ring.id(),
        ring.channel().code(),
        ring.number(),
        ring.language().toLanguageTag(),
        ring.body(),
        at(ring.receivedAt()));
  }

  @Override
  public List<Ring> rings(int limit) {
    return query(
        "select id, channel, recipient, language, body, received_at from handset_phone"
            + " order by received_at desc, id desc limit ?",
        JdbcHandset::ring,
        limit);
  }

  private static Ring ring(ResultSet row) throws SQLException {
    return new Ring(
        row.getObject(1, UUID.class),
        row.getString(2).equals(OutboxMessage.Channel.CALL.code())
            ? OutboxMessage.Channel.CALL
            : OutboxMessage.Channel.TEXT,
        row.getString(3),
        Locale.forLanguageTag(row.getString(4)),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant());
  }

  @Override
  public List<Key> keys() {
    return query("select id, label, seed from handset_totp order by id", JdbcHandset::key);
  }

  @Override
  public void add(Key key) {
    update(
        "insert into handset_totp (id, label, seed) values (?, ?, ?)",
        key.id(),
        key.label(),
        HexFormat.of().formatHex(key.seed().reveal()));
  }

  @Override
  public void remove(UUID key) {
    update("delete from handset_totp where id = ?", key);
  }

  @Override
  public String code(Key key, Instant now) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(key.seed().reveal(), generator.getAlgorithm()), now);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the seed is no key", e);
    }
  }

  private static Mail mail(ResultSet row) throws SQLException {
    return new Mail(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getObject(5, OffsetDateTime.class).toInstant());
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(
        row.getObject(1, UUID.class),
        row.getString(2),
        Secret.of(HexFormat.of().parseHex(row.getString(3))));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private void update(String sql, Object... arguments) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new HandsetException(e);
    }
  }

  private <T> List<T> query(String sql, RowReader<T> reader, Object... arguments) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
          all.add(reader.read(rows));
        }
        return all;
      }
    } catch (SQLException e) {
      throw new HandsetException(e);
    }
  }

  private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }
}

package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.Outbox;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.Sealer;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.MessageId;

/**
 * Messages as rows. A claimed message is one whose next turn is put off to the end of the lease: a
 * worker that dies gives it back by doing nothing.
 */
@Adapter
public class JpaOutbox implements Outbox {

  private static final int LONGEST_ERROR = 500;

  private final EntityManager em;
  private final Sealer sealer;

  @Inject
  public JpaOutbox(EntityManager em, Sealer sealer) {
    this.em = em;
    this.sealer = sealer;
  }

  @Override
  public void add(OutboxMessage message) {
    String sealed = sealer.seal(message.body(), context(message.id()));
    insert(message, sealed, "waiting");
  }

  /** Sealed and written like any other, but in a state that no worker looks at. */
  @Override
  public void addDecoy(OutboxMessage message) {
    sealer.seal(message.body(), context(message.id()));
    insert(message, null, "decoy");
  }

  private void insert(OutboxMessage message, @Nullable String sealed, String status) {
    Sql.update(
        em.unwrap(Connection.class),
        "insert into outbox (id, channel, kind, account, recipient, language, subject, sealed_body,"
            + " created_at, expires_at, status, due_at, attempts) values ("
            + Sql.places(13)
            + ")",
        message.id().value(),
        message.channel().code(),
        message.kind(),
        message.account().map(AccountId::value).orElse(null),
        message.recipient(),
        message.language().toLanguageTag(),
        message.subject(),
        sealed,
        message.createdAt(),
        message.expiresAt().orElse(null),
        status,
        message.createdAt(),
        message.attempts());
  }

  @Override
  public List<OutboxMessage> claim(
      Set<OutboxMessage.Channel> channels, Instant now, Instant lease, int limit) {
    Connection connection = em.unwrap(Connection.class);
    List<Object> wanted = new ArrayList<>();
    wanted.add(now);
    channels.forEach(channel -> wanted.add(channel.code()));
    wanted.add(limit);
    List<OutboxMessage> due =
        Sql.query(
            connection,
            "select id, channel, kind, account, recipient, language, subject, sealed_body,"
                + " created_at, expires_at, attempts from outbox"
                + " where status = 'waiting' and due_at <= ? and channel in ("
                + Sql.places(channels.size())
                + ") order by due_at, id limit ? for update skip locked",
            this::read,
            wanted.toArray());
    if (!due.isEmpty()) {
      List<Object> arguments = new ArrayList<>();
      arguments.add(lease);
      due.forEach(message -> arguments.add(message.id().value()));
      Sql.update(
          connection,
          "update outbox set due_at = ? where id in (" + Sql.places(due.size()) + ")",
          arguments.toArray());
    }
    return due;
  }

  private OutboxMessage read(ResultSet row) throws SQLException {
    MessageId id = new MessageId(row.getObject(1, UUID.class));
    return new OutboxMessage(
        id,
        Texts.ofCode(OutboxMessage.Channel.values(), OutboxMessage.Channel::code, row.getString(2)),
        row.getString(3),
        Optional.ofNullable(row.getObject(4, UUID.class)).map(AccountId::new),
        row.getString(5),
        Locale.forLanguageTag(row.getString(6)),
        row.getString(7),
        sealer.open(row.getString(8), context(id)),
        Sql.instant(row, 9),
        Optional.ofNullable(Sql.nullableInstant(row, 10)),
        row.getInt(11));
  }

  @Override
  public void settle(MessageId id, Instant now, boolean delivered) {
    end(id, now, delivered ? "delivered" : "dropped", null);
  }

  @Override
  public void retry(MessageId id, Instant next, String error) {
    Sql.update(
        em.unwrap(Connection.class),
        "update outbox set due_at = ?, attempts = attempts + 1, last_error = ?"
            + " where id = ? and status = 'waiting'",
        next,
        cut(error),
        id.value());
  }

  @Override
  public void bury(MessageId id, Instant now, String error) {
    end(id, now, "buried", cut(error));
  }

  private void end(MessageId id, Instant now, String status, @Nullable String error) {
    Sql.update(
        em.unwrap(Connection.class),
        "update outbox set status = ?, sealed_body = null, ended_at = ?,"
            + " last_error = coalesce(cast(? as varchar), last_error)"
            + " where id = ? and status = 'waiting'",
        status,
        now,
        error,
        id.value());
  }

  private static String context(MessageId id) {
    return "outbox:" + id;
  }

  private static String cut(String error) {
    String printable = error.replace('\0', ' ');
    return printable.length() <= LONGEST_ERROR ? printable : printable.substring(0, LONGEST_ERROR);
  }

  @Override
  public int purge(Instant before, int limit) {
    return Sql.update(
        em.unwrap(Connection.class),
        "delete from outbox where id in (select id from outbox"
            + " where status in ('delivered', 'dropped', 'decoy') and due_at < ? limit ?)",
        before,
        limit);
  }
}

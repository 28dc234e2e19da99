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
import org.sparekey.domain.shared.Secret;

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
  public Claim claim(Set<OutboxMessage.Channel> channels, Instant now, Instant lease, int limit) {
    Connection connection = em.unwrap(Connection.class);
    List<Object> wanted = new ArrayList<>();
    wanted.add(now);
    channels.forEach(channel -> wanted.add(channel.code()));
    wanted.add(limit);
    List<Sealed> due =
        Sql.query(
            connection,
            "select id, channel, kind, account, recipient, language, subject, sealed_body,"
                + " created_at, expires_at, attempts from outbox"
                + " where status = 'waiting' and due_at <= ? and channel in ("
                + Sql.places(channels.size())
                + ") order by due_at, id limit ? for update skip locked",
            JpaOutbox::read,
            wanted.toArray());
    if (!due.isEmpty()) {
      List<Object> arguments = new ArrayList<>();
      arguments.add(lease);
      due.forEach(row -> arguments.add(row.message().id().value()));
      Sql.update(
          connection,
          "update outbox set due_at = ? where id in (" + Sql.places(due.size()) + ")",
          arguments.toArray());
    }
    List<OutboxMessage> messages = new ArrayList<>();
    List<OutboxMessage> unreadable = new ArrayList<>();
    for (Sealed row : due) {
      try {
        messages.add(row.opened(sealer.open(row.body(), context(row.message().id()))));
      } catch (RuntimeException e) {
        unreadable.add(row.message());
      }
    }
    return new Claim(List.copyOf(messages), List.copyOf(unreadable));
  }

  /** A message without its body, and the body under its seal. */
  private record Sealed(OutboxMessage message, String body) {

    OutboxMessage opened(Secret open) {
      return new OutboxMessage(
          message.id(),
          message.channel(),
          message.kind(),
          message.account(),
          message.recipient(),
          message.language(),
          message.subject(),
          open,
          message.createdAt(),
          message.expiresAt(),
          message.attempts());
    }
  }

  private static Sealed read(ResultSet row) throws SQLException {
    MessageId id = new MessageId(row.getObject(1, UUID.class));
    OutboxMessage message =
        new OutboxMessage(
            id,
            Texts.ofCode(
                OutboxMessage.Channel.values(), OutboxMessage.Channel::code, row.getString(2)),
            row.getString(3),
            Optional.ofNullable(row.getObject(4, UUID.class)).map(AccountId::new),
            row.getString(5),
            Locale.forLanguageTag(row.getString(6)),
            row.getString(7),
            Secret.ofText(""),
            Sql.instant(row, 9),
            Optional.ofNullable(Sql.nullableInstant(row, 10)),
            row.getInt(11));
    return new Sealed(message, row.getString(8));
  }

  @Override
  public void settle(MessageId id, Instant now, boolean delivered) {
    Sql.update(
        em.unwrap(Connection.class),
        "update outbox set status = ?, sealed_body = null, ended_at = ?"
            + " where id = ? and status = 'waiting'",
        delivered ? "delivered" : "dropped",
        now,
        id.value());
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
    Sql.update(
        em.unwrap(Connection.class),
        "update outbox set status = 'buried', ended_at = ?, last_error = ?,"
            + " sealed_body = case when expires_at is null then sealed_body end"
            + " where id = ? and status = 'waiting'",
        now,
        cut(error),
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

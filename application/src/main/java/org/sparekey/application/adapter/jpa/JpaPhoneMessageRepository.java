package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.PhoneMessage;
import org.sparekey.application.port.PhoneMessageRepository;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.MessageId;

/** Texts and calls as rows, past JPA: all that happens to one is a guarded update. */
@Adapter
public class JpaPhoneMessageRepository implements PhoneMessageRepository {

  private static final String COLUMNS =
      "select id, account, channel, prefix, asked_at, state, provider, reference, used_at"
          + " from phone_message where ";

  private final EntityManager em;

  @Inject
  public JpaPhoneMessageRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(PhoneMessage message) {
    Sql.update(
        connection(),
        "insert into phone_message (id, account, channel, prefix, asked_at, state, provider,"
            + " reference, used_at) values ("
            + Sql.places(9)
            + ")",
        message.id().value(),
        message.account().value(),
        message.channel().code(),
        message.prefix(),
        message.askedAt(),
        message.state().code(),
        message.provider().orElse(null),
        message.reference().orElse(null),
        message.usedAt().orElse(null));
  }

  @Override
  public Optional<PhoneMessage> find(MessageId id) {
    return Sql.query(
            connection(), COLUMNS + "id = ?", JpaPhoneMessageRepository::message, id.value())
        .stream()
        .findFirst();
  }

  @Override
  public Optional<PhoneMessage> find(String provider, String reference) {
    return Sql.query(
            connection(),
            COLUMNS + "provider = ? and reference = ? order by asked_at desc limit 1",
            JpaPhoneMessageRepository::message,
            provider,
            reference)
        .stream()
        .findFirst();
  }

  @Override
  public void handedOver(MessageId id, String provider, String reference) {
    Rows.updateOne(
        em,
        "update phone_message set provider = ?, reference = ? where id = ?",
        provider,
        reference,
        id.value());
    move(id, PhoneMessage.State.HANDED_OVER);
  }

  @Override
  public boolean move(MessageId id, PhoneMessage.State to) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(to.code());
    arguments.add(id.value());
    Arrays.stream(PhoneMessage.State.values())
        .filter(state -> state.compareTo(to) < 0)
        .forEach(state -> arguments.add(state.code()));
    return Rows.updateOne(
        em,
        "update phone_message set state = ? where id = ? and state in ("
            + Sql.places(arguments.size() - 2)
            + ")",
        arguments.toArray());
  }

  @Override
  public void used(MessageId id, Instant now) {
    Rows.updateOne(
        em,
        "update phone_message set used_at = ? where id = ? and used_at is null",
        now,
        id.value());
  }

  @Override
  public Conversion conversion(String prefix, Instant from, Instant until) {
    return Sql.query(
            connection(),
            "select count(*), count(used_at) from phone_message where prefix = ? and asked_at >= ?"
                + " and provider is not null and (asked_at < ? or used_at is not null)",
            row -> new Conversion(row.getLong(1), row.getLong(2)),
            prefix,
            from,
            until)
        .get(0);
  }

  @Override
  public int purge(Instant before, int limit) {
    return Sql.update(
        connection(),
        "delete from phone_message where id in"
            + " (select id from phone_message where asked_at < ? order by asked_at limit ?)",
        before,
        limit);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  private static PhoneMessage message(ResultSet row) throws SQLException {
    return new PhoneMessage(
        new MessageId(row.getObject(1, UUID.class)),
        new AccountId(row.getObject(2, UUID.class)),
        Texts.ofCode(OutboxMessage.Channel.values(), OutboxMessage.Channel::code, row.getString(3)),
        row.getString(4),
        Sql.instant(row, 5),
        Texts.ofCode(PhoneMessage.State.values(), PhoneMessage.State::code, row.getString(6)),
        Optional.ofNullable(row.getString(7)),
        Optional.ofNullable(row.getString(8)),
        Optional.ofNullable(Sql.nullableInstant(row, 9)));
  }
}

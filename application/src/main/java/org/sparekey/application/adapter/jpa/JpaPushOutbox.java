package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.PushMessage;
import org.sparekey.application.port.PushOutbox;
import org.sparekey.application.port.Sealer;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.MessageId;

/** Questions for phones as rows; a claim puts the next turn off, as for mails. */
@Adapter
public class JpaPushOutbox implements PushOutbox {

  private final EntityManager em;
  private final Sealer sealer;

  @Inject
  public JpaPushOutbox(EntityManager em, Sealer sealer) {
    this.em = em;
    this.sealer = sealer;
  }

  @Override
  public void add(PushMessage message) {
    em.flush(); // whatever is pending in the context and this row points to
    Sql.update(
        connection(),
        "insert into push_message (id, account, factor, challenge, sealed_content, created_at,"
            + " expires_at, due_at, attempts) values ("
            + Sql.places(9)
            + ")",
        message.id().value(),
        message.account().value(),
        message.factor().value(),
        message.challenge().value(),
        sealer.seal(message.content(), context(message.id())),
        message.createdAt(),
        message.expiresAt(),
        message.createdAt(),
        message.attempts());
  }

  @Override
  public List<PushMessage> claim(Instant now, Instant lease, int limit) {
    List<PushMessage> due =
        Sql.query(
            connection(),
            "select id, account, factor, challenge, sealed_content, created_at, expires_at,"
                + " attempts from push_message where due_at <= ? order by due_at, id limit ?"
                + " for update skip locked",
            this::read,
            now,
            limit);
    if (!due.isEmpty()) {
      List<Object> arguments = new ArrayList<>();
      arguments.add(lease);
      due.forEach(message -> arguments.add(message.id().value()));
      Sql.update(
          connection(),
          "update push_message set due_at = ? where id in (" + Sql.places(due.size()) + ")",
          arguments.toArray());
    }
    return due;
  }

  private PushMessage read(ResultSet row) throws SQLException {
    MessageId id = new MessageId(row.getObject(1, UUID.class));
    return new PushMessage(
        id,
        new AccountId(row.getObject(2, UUID.class)),
        new FactorId(row.getObject(3, UUID.class)),
        new ChallengeId(row.getObject(4, UUID.class)),
        sealer.open(row.getString(5), context(id)),
        Sql.instant(row, 6),
        Sql.instant(row, 7),
        row.getInt(8));
  }

  @Override
  public void remove(MessageId id) {
    Sql.update(connection(), "delete from push_message where id = ?", id.value());
  }

  @Override
  public void retry(MessageId id, Instant next) {
    Sql.update(
        connection(),
        "update push_message set due_at = ?, attempts = attempts + 1 where id = ?",
        next,
        id.value());
  }

  private static String context(MessageId id) {
    return "push-message:" + id;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}

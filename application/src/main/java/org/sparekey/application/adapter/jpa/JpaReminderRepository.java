package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.ReminderRepository;
import org.sparekey.domain.shared.AccountId;

/** Reminders in columns of the account that no entity knows: they change past its version. */
@Adapter
public class JpaReminderRepository implements ReminderRepository {

  private static final String DUE =
      " reminders and (reminder_looked_at is null or reminder_looked_at <= ?)"
          + " and (reminded_at is null or reminded_at <= ?)";

  private final EntityManager em;

  @Inject
  public JpaReminderRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public boolean wanted(AccountId account) {
    em.flush(); // the account may be new
    return Sql.query(
            connection(),
            "select reminders from account where id = ?",
            row -> row.getBoolean(1),
            account.value())
        .contains(true);
  }

  @Override
  public boolean want(AccountId account, boolean wanted) {
    em.flush();
    return Rows.updateOne(
        em,
        "update account set reminders = ? where id = ? and reminders <> ?",
        wanted,
        account.value(),
        wanted);
  }

  @Override
  public List<AccountId> due(Due due, int limit) {
    em.flush();
    return Sql.query(
        connection(),
        "select a.id from account a where"
            + DUE
            + " and exists (select 1 from contact_point c where c.account = a.id"
            + " and c.kind = 'email' and c.confirmed_at is not null and c.removed_at is null)"
            + " and (exists (select 1 from known_browser b where b.account = a.id"
            + " and b.first_seen_at <= ?) or exists (select 1 from factor f where f.account = a.id"
            + " and f.confirmed_at > f.created_at and f.confirmed_at <= ?)) order by a.reminder_looked_at nulls first, a.id limit ?",
        row -> new AccountId(row.getObject(1, UUID.class)),
        due.looked(),
        due.reminded(),
        due.signedIn(),
        due.signedIn(),
        limit);
  }

  @Override
  public boolean look(AccountId account, Due due, Instant now) {
    return Rows.updateOne(
        em,
        "update account set reminder_looked_at = ? where id = ? and" + DUE,
        now,
        account.value(),
        due.looked(),
        due.reminded());
  }

  @Override
  public void reminded(AccountId account, Instant now) {
    Rows.updateOne(em, "update account set reminded_at = ? where id = ?", now, account.value());
  }

  @Override
  public Optional<Instant> firstSignIn(AccountId account) {
    em.flush();
    return Sql.query(
            connection(),
            "select min(at) from (select min(first_seen_at) as at from known_browser"
                + " where account = ? union all select min(confirmed_at) as at from factor"
                + " where account = ? and confirmed_at > created_at) signs",
            row -> Optional.ofNullable(Sql.nullableInstant(row, 1)),
            account.value(),
            account.value())
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}

package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.SessionId;

/** Sessions as rows. */
@Adapter
public class JpaSessionRepository implements SessionRepository {

  private final EntityManager em;

  @Inject
  public JpaSessionRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Session session) {
    em.persist(new AccountSessionRow(session));
  }

  /**
   * Two requests of one browser may note at the same time that they were seen, and neither may fail
   * for it: that alone is written past the version, and never to a session that has ended.
   */
  @Override
  public void save(Session session) {
    AccountSessionRow row = Rows.existing(em, AccountSessionRow.class, session.id().value());
    if (row.ended()) {
      return;
    }
    if (row.written() && row.toDomain().seen(session.lastSeenAt()).equals(session)) {
      Rows.updateOne(
          em,
          "update account_session set last_seen_at = ?"
              + " where id = ? and ended_at is null and last_seen_at < ?",
          session.lastSeenAt(),
          session.id().value(),
          session.lastSeenAt());
    } else {
      row.take(session);
    }
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return Optional.ofNullable(em.find(AccountSessionRow.class, id.value()))
        .map(AccountSessionRow::toDomain);
  }

  @Override
  public Optional<Session> findByTokenHash(String tokenHash) {
    return em.createQuery(
            "select s from AccountSessionRow s where s.tokenHash = :tokenHash",
            AccountSessionRow.class)
        .setParameter("tokenHash", tokenHash)
        .getResultStream()
        .findFirst()
        .map(AccountSessionRow::toDomain);
  }

  @Override
  public List<Session> openOf(AccountId account) {
    return em
        .createQuery(
            "select s from AccountSessionRow s where s.account = :account and s.endedAt is null"
                + " order by s.startedAt desc, s.id desc",
            AccountSessionRow.class)
        .setParameter("account", account.value())
        .getResultList()
        .stream()
        .map(AccountSessionRow::toDomain)
        .toList();
  }

  @Override
  public boolean end(SessionId id, Instant now) {
    return Rows.updateAll(
            em,
            "update account_session set ended_at = ?, row_version = row_version + 1"
                + " where id = ? and ended_at is null",
            now,
            id.value())
        == 1;
  }

  @Override
  public int endOthersOf(AccountId account, SessionId kept, Instant now) {
    return Rows.updateAll(
        em,
        "update account_session set ended_at = ?, row_version = row_version + 1"
            + " where account = ? and ended_at is null and id <> ?",
        now,
        account.value(),
        kept.value());
  }

  @Override
  public int endAllOf(AccountId account, Instant now) {
    return Rows.updateAll(
        em,
        "update account_session set ended_at = ?, row_version = row_version + 1"
            + " where account = ? and ended_at is null",
        now,
        account.value());
  }

  @Override
  public int purge(Instant before, int limit) {
    int notSeen = purge("last_seen_at < ? order by last_seen_at", before, limit);
    return notSeen == limit
        ? notSeen
        : notSeen + purge("ended_at < ? order by ended_at", before, limit - notSeen);
  }

  private int purge(String condition, Instant before, int limit) {
    return Rows.updateAll(
        em,
        "delete from account_session where id in"
            + " (select id from account_session where "
            + condition
            + " limit ?)",
        before,
        limit);
  }
}

package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    if (row.toDomain().seen(session.lastSeenAt()).equals(session)) {
      em.createQuery(
              "update AccountSessionRow s set s.lastSeenAt = :seen"
                  + " where s.id = :id and s.endedAt is null and s.lastSeenAt < :seen")
          .setParameter("seen", session.lastSeenAt())
          .setParameter("id", session.id().value())
          .executeUpdate();
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
  public int endAllOf(AccountId account, Instant now) {
    return Rows.updateAll(
        em,
        em.createQuery(
                "update AccountSessionRow s set s.endedAt = :now, s.version = s.version + 1"
                    + " where s.account = :account and s.endedAt is null")
            .setParameter("now", now)
            .setParameter("account", account.value()));
  }

  @Override
  public int purge(Instant before, int limit) {
    int notSeen = purge("s.lastSeenAt < :before order by s.lastSeenAt", before, limit);
    return notSeen == limit
        ? notSeen
        : notSeen + purge("s.endedAt < :before order by s.endedAt", before, limit - notSeen);
  }

  private int purge(String condition, Instant before, int limit) {
    List<UUID> ids =
        em.createQuery("select s.id from AccountSessionRow s where " + condition, UUID.class)
            .setParameter("before", before)
            .setMaxResults(limit)
            .getResultList();
    return ids.isEmpty()
        ? 0
        : Rows.updateAll(
            em,
            em.createQuery("delete from AccountSessionRow s where s.id in :ids")
                .setParameter("ids", ids));
  }
}

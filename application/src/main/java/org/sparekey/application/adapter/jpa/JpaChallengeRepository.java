package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.challenge.ChallengePurpose;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.FactorId;

/** Challenges as rows. */
@Adapter
public class JpaChallengeRepository implements ChallengeRepository {

  private final EntityManager em;

  @Inject
  public JpaChallengeRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Challenge challenge) {
    em.persist(new ChallengeRow(challenge));
    em.flush(); // challenges move past the persistence context
  }

  @Override
  public Optional<Challenge> find(ChallengeId id) {
    return read("c.id = :id")
        .setParameter("id", id.value())
        .getResultStream()
        .findFirst()
        .map(ChallengeRow::toDomain);
  }

  @Override
  public Optional<Challenge> latest(ChallengePurpose purpose, String flow, FactorId factor) {
    return read("c.factor = :factor and c.purpose = :purpose and c.flow = :flow")
        .setParameter("factor", factor.value())
        .setParameter("purpose", purpose.code())
        .setParameter("flow", flow)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(ChallengeRow::toDomain);
  }

  @Override
  public List<Challenge> open(AccountId account, Instant now) {
    List<Challenge> newestFirst =
        read("c.account = :account and c.status = :open and c.expiresAt > :now")
            .setParameter("account", account.value())
            .setParameter("open", ChallengeStatus.OPEN.code())
            .setParameter("now", now)
            .getResultStream()
            .map(ChallengeRow::toDomain)
            .toList();
    List<Challenge> oldestFirst = new ArrayList<>(newestFirst);
    Collections.reverse(oldestFirst);
    return oldestFirst;
  }

  /** Newest first, and read afresh: rows move by updates that the persistence context misses. */
  private TypedQuery<ChallengeRow> read(String where) {
    return em.createQuery(
            "select c from ChallengeRow c where " + where + " order by c.createdAt desc, c.id desc",
            ChallengeRow.class)
        .setHint("jakarta.persistence.cache.storeMode", "REFRESH");
  }

  @Override
  public boolean move(ChallengeId id, ChallengeStatus from, ChallengeStatus to, Instant now) {
    return Rows.updateOne(
        em,
        "update challenge set status = ?, row_version = row_version + 1"
            + " where id = ? and status = ? and expires_at > ?",
        to.code(),
        id.value(),
        from.code(),
        now);
  }

  @Override
  public int endAllOf(AccountId account) {
    return Rows.updateAll(
        em,
        "update challenge set status = 'ended', row_version = row_version + 1"
            + " where account = ? and status in ('open', 'approved')",
        account.value());
  }

  @Override
  public int purge(Instant before, int limit) {
    return Sql.update(
        em.unwrap(Connection.class),
        "delete from challenge where id in"
            + " (select id from challenge where expires_at < ? order by expires_at limit ?)",
        before,
        limit);
  }
}

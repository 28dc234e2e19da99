package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.VetoLink;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.RecoveryId;

/** Recoveries as rows. */
@Adapter
public class JpaRecoveryRepository implements RecoveryRepository {

  private static final List<String> UNFINISHED =
      List.of(RecoveryStatus.values()).stream()
          .filter(status -> !status.ended())
          .map(RecoveryStatus::code)
          .toList();

  private final EntityManager em;

  @Inject
  public JpaRecoveryRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Recovery recovery) {
    em.persist(new RecoveryRow(recovery));
    em.flush(); // rows that point here may follow in the same transaction
  }

  @Override
  public void save(Recovery recovery) {
    Rows.existing(em, RecoveryRow.class, recovery.id().value()).take(recovery);
  }

  @Override
  public Optional<Recovery> find(RecoveryId id) {
    return Optional.ofNullable(em.find(RecoveryRow.class, id.value())).map(RecoveryRow::toDomain);
  }

  @Override
  public Optional<Recovery> findForUpdate(RecoveryId id) {
    return Optional.ofNullable(
            em.find(RecoveryRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
        .map(RecoveryRow::toDomain);
  }

  @Override
  public Optional<Recovery> findByBrowserHash(String browserHash) {
    return em.createQuery(
            "select r from RecoveryRow r where r.browserHash = :browserHash", RecoveryRow.class)
        .setParameter("browserHash", browserHash)
        .getResultStream()
        .findFirst()
        .map(RecoveryRow::toDomain);
  }

  @Override
  public List<Recovery> ofAccount(AccountId account) {
    return em
        .createQuery(
            "select r from RecoveryRow r where r.account = :account"
                + " order by r.openedAt desc, r.id desc",
            RecoveryRow.class)
        .setParameter("account", account.value())
        .getResultList()
        .stream()
        .map(RecoveryRow::toDomain)
        .toList();
  }

  @Override
  public List<RecoveryId> overdue(Instant now, int limit) {
    return em
        .createQuery(
            "select r.id from RecoveryRow r where r.status in :unfinished and r.expiresAt <= :now"
                + " order by r.expiresAt, r.openedAt, r.id",
            UUID.class)
        .setParameter("unfinished", UNFINISHED)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(RecoveryId::new)
        .toList();
  }

  @Override
  public List<RecoveryId> releasable(Instant now, int limit) {
    return em
        .createQuery(
            "select r.id from RecoveryRow r where r.status = :holding and r.heldUntil <= :now"
                + " order by r.heldUntil, r.openedAt, r.id",
            UUID.class)
        .setParameter("holding", RecoveryStatus.HOLDING.code())
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(RecoveryId::new)
        .toList();
  }

  @Override
  public List<RecoveryId> holding() {
    return em
        .createQuery(
            "select r.id from RecoveryRow r where r.status = :holding order by r.openedAt, r.id",
            UUID.class)
        .setParameter("holding", RecoveryStatus.HOLDING.code())
        .getResultList()
        .stream()
        .map(RecoveryId::new)
        .toList();
  }

  @Override
  public void addVetoLink(VetoLink link) {
    em.persist(new VetoLinkRow(link));
  }

  @Override
  public Optional<VetoLink> findVetoLink(String tokenHash) {
    return Optional.ofNullable(em.find(VetoLinkRow.class, tokenHash)).map(VetoLinkRow::toDomain);
  }

  @Override
  public int purgeDecoys(Instant before, int limit) {
    return Sql.update(
        em.unwrap(Connection.class),
        "delete from recovery where id in (select id from recovery"
            + " where account is null and expires_at < ? order by expires_at limit ?)",
        before,
        limit);
  }
}

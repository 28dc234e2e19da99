package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** Unfinished, and not without a proof. */
  private static final List<String> PROVED =
      UNFINISHED.stream().filter(code -> !code.equals(RecoveryStatus.REQUESTED.code())).toList();

  private static final String LATEST_FIRST = " order by r.openedAt desc, r.id desc";

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
  public List<Recovery> ofAccount(AccountId account, int limit) {
    List<RecoveryRow> latest =
        em.createQuery(
                "select r from RecoveryRow r where r.account = :account" + LATEST_FIRST,
                RecoveryRow.class)
            .setParameter("account", account.value())
            .setMaxResults(limit)
            .getResultList();
    List<RecoveryRow> proved =
        latest.size() < limit
            ? List.of()
            : em.createQuery(
                    "select r from RecoveryRow r where r.account = :account and r.status in :proved"
                        + LATEST_FIRST,
                    RecoveryRow.class)
                .setParameter("account", account.value())
                .setParameter("proved", PROVED)
                .setMaxResults(limit)
                .getResultList();
    Set<RecoveryRow> all = new LinkedHashSet<>(proved);
    for (RecoveryRow row : latest) {
      if (all.size() < limit) {
        all.add(row);
      }
    }
    return all.stream()
        .map(RecoveryRow::toDomain)
        .sorted(
            Comparator.comparing((Recovery recovery) -> recovery.details().openedAt())
                .thenComparing(recovery -> recovery.id().value().toString())
                .reversed())
        .toList();
  }

  @Override
  public List<RecoveryId> proved(AccountId account) {
    return em
        .createQuery(
            "select r.id from RecoveryRow r where r.account = :account and r.status in :proved"
                + " order by r.id",
            UUID.class)
        .setParameter("account", account.value())
        .setParameter("proved", PROVED)
        .getResultList()
        .stream()
        .map(RecoveryId::new)
        .toList();
  }

  @Override
  public int countVetoed(AccountId account, Instant since) {
    return Math.toIntExact(
        em.createQuery(
                "select count(distinct r.endedAt) from RecoveryRow r where r.account = :account"
                    + " and r.status = :vetoed and r.endedAt > :since",
                Long.class)
            .setParameter("account", account.value())
            .setParameter("vetoed", RecoveryStatus.VETOED.code())
            .setParameter("since", since)
            .getSingleResult());
  }

  @Override
  public int cancelUnproved(AccountId account, Instant now) {
    return Rows.updateAll(
        em,
        "update recovery set status = 'cancelled', ended_at = ?, row_version = row_version + 1"
            + " where account = ? and status = 'requested'",
        now,
        account.value());
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
  public int purgeUnproved(Instant before, int limit) {
    return Sql.update(
        em.unwrap(Connection.class),
        "delete from recovery where id in (select id from recovery"
            + " where status in ('requested', 'cancelled', 'expired') and evidence = ''"
            + " and expires_at < ?"
            + " and not exists (select 1 from veto_link where veto_link.recovery = recovery.id)"
            + " and not exists (select 1 from reset_history h where h.recovery = recovery.id)"
            + " and not exists (select 1 from vouching v where v.recovery = recovery.id)"
            + " order by expires_at limit ?)",
        before,
        limit);
  }
}

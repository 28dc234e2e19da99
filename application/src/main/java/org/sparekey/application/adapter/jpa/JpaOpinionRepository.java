package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.OpinionRepository;
import org.sparekey.domain.recovery.Opinion;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.RecoveryId;

/** Opinions as rows that are only ever added to. */
@Adapter
public class JpaOpinionRepository implements OpinionRepository {

  private final EntityManager em;

  @Inject
  public JpaOpinionRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Opinion opinion) {
    em.flush(); // the recovery may be of the same transaction
    Sql.update(
        connection(),
        "insert into recovery_opinion (recovery, staff, given_at, agreed, reason)"
            + " values (?, ?, ?, ?, ?)",
        opinion.recovery().value(),
        opinion.by().value(),
        opinion.at(),
        opinion.agreed(),
        opinion.reason());
  }

  @Override
  public List<Opinion> on(RecoveryId recovery) {
    return Sql.query(
        connection(),
        "select staff, given_at, agreed, reason from recovery_opinion where recovery = ?"
            + " order by given_at, staff",
        row ->
            new Opinion(
                recovery,
                new AccountId(row.getObject(1, UUID.class)),
                Sql.instant(row, 2),
                row.getBoolean(3),
                row.getString(4)),
        recovery.value());
  }

  @Override
  public List<RecoveryId> waiting(OrganisationId organisation, int limit) {
    em.flush();
    return Sql.query(
        connection(),
        "select r.id from recovery r join account a on a.id = r.account"
            + " where r.status = 'approving' and a.organisation = ?"
            + " order by r.opened_at, r.id limit ?",
        row -> new RecoveryId(row.getObject(1, UUID.class)),
        organisation.value(),
        limit);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}

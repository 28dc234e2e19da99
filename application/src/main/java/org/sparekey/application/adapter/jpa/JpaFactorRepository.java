package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.TotpState;
import org.sparekey.domain.challenge.TotpWindow;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;

/** Factors as rows. */
@Adapter
public class JpaFactorRepository implements FactorRepository {

  private final EntityManager em;

  @Inject
  public JpaFactorRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Factor.Pending factor, String sealedSeed) {
    em.persist(new FactorRow(factor));
    em.flush(); // the next row points here
    em.persist(new TotpRow(factor.id().value(), sealedSeed));
    em.flush(); // steps are accepted past the persistence context
  }

  @Override
  public void save(Factor factor) {
    Rows.existing(em, FactorRow.class, factor.id().value()).take(factor);
    if (factor.status() == FactorStatus.REVOKED) {
      em.createQuery("delete from TotpRow t where t.factor = :factor")
          .setParameter("factor", factor.id().value())
          .executeUpdate();
    }
  }

  @Override
  public Optional<Factor> find(FactorId id) {
    return Optional.ofNullable(em.find(FactorRow.class, id.value())).map(FactorRow::toDomain);
  }

  @Override
  public List<Factor> ofAccount(AccountId account) {
    return em
        .createQuery(
            "select f from FactorRow f where f.account = :account order by f.createdAt, f.id",
            FactorRow.class)
        .setParameter("account", account.value())
        .getResultList()
        .stream()
        .map(FactorRow::toDomain)
        .toList();
  }

  @Override
  public Optional<TotpState> totpState(FactorId id) {
    return em.createQuery(
            "select t.sealedSeed, t.lastStep, t.lag, t.lateStep from TotpRow t"
                + " where t.factor = :factor",
            Object[].class)
        .setParameter("factor", id.value())
        .getResultStream()
        .findFirst()
        .map(
            row ->
                new TotpState(
                    (String) row[0],
                    ((Number) row[1]).longValue(),
                    new TotpWindow(((Number) row[2]).intValue()),
                    ((Number) row[3]).longValue()));
  }

  @Override
  public boolean acceptStep(FactorId id, long step) {
    return em.createQuery(
                "update TotpRow t set t.lastStep = :step, t.version = t.version + 1"
                    + " where t.factor = :factor and t.lastStep < :step")
            .setParameter("step", step)
            .setParameter("factor", id.value())
            .executeUpdate()
        == 1;
  }

  @Override
  public void learn(FactorId id, TotpWindow window, long lateStep) {
    em.createQuery(
            "update TotpRow t set t.lag = :lag, t.lateStep = :lateStep, t.version = t.version + 1"
                + " where t.factor = :factor")
        .setParameter("lag", window.lag())
        .setParameter("lateStep", lateStep)
        .setParameter("factor", id.value())
        .executeUpdate();
  }
}

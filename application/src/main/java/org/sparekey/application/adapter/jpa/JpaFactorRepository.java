package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
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

  /** Tables with what a kind of factor keeps, by the column {@code factor}. */
  private static final List<String> SECRETS =
      List.of("totp", "passkey", "push_device", "phone_factor");

  private final EntityManager em;

  @Inject
  public JpaFactorRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Factor.Pending factor) {
    em.persist(new FactorRow(factor));
    em.flush(); // what the kind keeps points here
  }

  @Override
  public void keepSeed(FactorId id, String sealedSeed) {
    em.persist(new TotpRow(id.value(), sealedSeed));
    em.flush(); // steps are accepted past the persistence context
  }

  @Override
  public void save(Factor factor) {
    Rows.existing(em, FactorRow.class, factor.id().value()).take(factor);
    if (factor.status() == FactorStatus.REVOKED) {
      for (String secret : SECRETS) {
        Rows.updateAll(em, "delete from " + secret + " where factor = ?", factor.id().value());
      }
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
    List<TotpState> states =
        Sql.query(
            em.unwrap(Connection.class),
            "select sealed_seed, last_step, lag, late_step from totp where factor = ?",
            row ->
                new TotpState(
                    row.getString(1),
                    row.getLong(2),
                    new TotpWindow(row.getInt(3)),
                    row.getLong(4)),
            id.value());
    return states.stream().findFirst();
  }

  @Override
  public boolean acceptStep(FactorId id, long step) {
    return Rows.updateOne(
        em,
        "update totp set last_step = ?, row_version = row_version + 1"
            + " where factor = ? and last_step < ?",
        step,
        id.value(),
        step);
  }

  @Override
  public void learn(FactorId id, TotpWindow window, long lateStep) {
    Rows.updateOne(
        em,
        "update totp set lag = ?, late_step = ?, row_version = row_version + 1 where factor = ?",
        window.lag(),
        lateStep,
        id.value());
  }
}

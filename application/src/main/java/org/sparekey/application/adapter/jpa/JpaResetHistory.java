package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.ResetHistory;
import org.sparekey.domain.recovery.Reset;
import org.sparekey.domain.shared.AccountId;

/** The reset history as rows. */
@Adapter
public class JpaResetHistory implements ResetHistory {

  private final EntityManager em;

  @Inject
  public JpaResetHistory(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Reset reset) {
    em.flush(); // the recovery and the factor that it points to may still be pending
    em.persist(new ResetRow(reset));
  }

  @Override
  public List<Reset> ofAccount(AccountId account) {
    return em
        .createQuery(
            "select r from ResetRow r where r.account = :account order by r.at desc",
            ResetRow.class)
        .setParameter("account", account.value())
        .getResultList()
        .stream()
        .map(ResetRow::toDomain)
        .toList();
  }
}

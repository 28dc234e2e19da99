package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ContactPointId;

/** Contact points as rows. */
@Adapter
public class JpaContactPointRepository implements ContactPointRepository {

  private final EntityManager em;

  @Inject
  public JpaContactPointRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(ContactPoint contactPoint) {
    em.persist(new ContactPointRow(contactPoint));
    em.flush(); // rows that point here may follow in the same transaction
  }

  @Override
  public void save(ContactPoint contactPoint) {
    Rows.existing(em, ContactPointRow.class, contactPoint.id().value()).take(contactPoint);
  }

  @Override
  public Optional<ContactPoint> find(ContactPointId id) {
    return Optional.ofNullable(em.find(ContactPointRow.class, id.value()))
        .map(ContactPointRow::toDomain);
  }

  @Override
  public List<ContactPoint> ofAccount(AccountId account) {
    return em
        .createQuery(
            "select c from ContactPointRow c where c.account = :account order by c.addedAt, c.id",
            ContactPointRow.class)
        .setParameter("account", account.value())
        .getResultList()
        .stream()
        .map(ContactPointRow::toDomain)
        .toList();
  }
}

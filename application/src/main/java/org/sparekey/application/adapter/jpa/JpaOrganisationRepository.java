package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.shared.OrganisationId;

/** Organisations as rows. */
@Adapter
public class JpaOrganisationRepository implements OrganisationRepository {

  private final EntityManager em;

  @Inject
  public JpaOrganisationRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Organisation organisation) {
    em.persist(new OrganisationRow(organisation));
    em.flush(); // rows that point here may follow in the same transaction
  }

  @Override
  public void save(Organisation organisation) {
    Rows.existing(em, OrganisationRow.class, organisation.id().value()).take(organisation);
  }

  @Override
  public void lock(OrganisationId id) {
    em.flush();
    em.clear(); // what was read without the lock may be old
    em.find(OrganisationRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
  }

  @Override
  public Optional<Organisation> find(OrganisationId id) {
    return Optional.ofNullable(em.find(OrganisationRow.class, id.value()))
        .map(OrganisationRow::toDomain);
  }

  @Override
  public List<Organisation> all() {
    return em
        .createQuery("select o from OrganisationRow o order by o.name, o.id", OrganisationRow.class)
        .getResultList()
        .stream()
        .map(OrganisationRow::toDomain)
        .toList();
  }
}

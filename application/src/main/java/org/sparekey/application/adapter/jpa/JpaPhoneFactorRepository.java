package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.Optional;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.PhoneFactorRepository;
import org.sparekey.domain.account.PhoneNumber;
import org.sparekey.domain.shared.FactorId;

/** Numbers as rows. */
@Adapter
public class JpaPhoneFactorRepository implements PhoneFactorRepository {

  private final EntityManager em;

  @Inject
  public JpaPhoneFactorRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public void keep(FactorId factor, PhoneNumber number) {
    Sql.update(
        em.unwrap(Connection.class),
        "insert into phone_factor (factor, number) values (?, ?)",
        factor.value(),
        number.value());
  }

  @Override
  public Optional<PhoneNumber> number(FactorId factor) {
    return Sql.query(
            em.unwrap(Connection.class),
            "select number from phone_factor where factor = ?",
            row -> new PhoneNumber(row.getString(1)),
            factor.value())
        .stream()
        .findFirst();
  }
}

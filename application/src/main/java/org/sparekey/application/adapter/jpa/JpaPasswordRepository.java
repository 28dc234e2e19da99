package org.sparekey.application.adapter.jpa;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.PasswordRepository;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.domain.shared.AccountId;

/** Password hashes as rows. */
@Adapter
public class JpaPasswordRepository implements PasswordRepository {

  private final EntityManager em;

  @Inject
  public JpaPasswordRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<StoredPassword> find(AccountId account) {
    return Optional.ofNullable(em.find(AccountPasswordRow.class, account.value()))
        .map(AccountPasswordRow::toDomain);
  }

  @Override
  public void save(AccountId account, StoredPassword password) {
    AccountPasswordRow row = em.find(AccountPasswordRow.class, account.value());
    if (row == null) {
      em.persist(new AccountPasswordRow(account.value(), password));
    } else {
      row.take(password);
    }
  }
}

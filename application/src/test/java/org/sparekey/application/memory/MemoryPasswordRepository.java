package org.sparekey.application.memory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sparekey.application.port.PasswordRepository;
import org.sparekey.application.port.StoredPassword;
import org.sparekey.domain.shared.AccountId;

/** Password hashes in memory. */
public final class MemoryPasswordRepository implements PasswordRepository {

  private final Map<AccountId, StoredPassword> rows = new ConcurrentHashMap<>();

  @Override
  public Optional<StoredPassword> find(AccountId account) {
    return Optional.ofNullable(rows.get(account));
  }

  @Override
  public void save(AccountId account, StoredPassword password) {
    rows.put(account, password);
  }
}

package org.sparekey.application.port;

import java.util.Optional;
import org.sparekey.domain.shared.AccountId;

/** The hashes of passwords. */
public interface PasswordRepository {

  Optional<StoredPassword> find(AccountId account);

  /** Writes a new or changed one. */
  void save(AccountId account, StoredPassword password);
}

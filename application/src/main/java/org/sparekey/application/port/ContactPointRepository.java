package org.sparekey.application.port;

import java.util.List;
import java.util.Optional;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ContactPointId;

/** Contact points, removed ones included. */
public interface ContactPointRepository {

  void add(ContactPoint contactPoint);

  void save(ContactPoint contactPoint);

  Optional<ContactPoint> find(ContactPointId id);

  /** All that the account ever had, oldest first. */
  List<ContactPoint> ofAccount(AccountId account);
}

package org.sparekey.application.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ContactPointId;

/** Contact points in memory. */
public final class MemoryContactPointRepository implements ContactPointRepository {

  private final Map<ContactPointId, ContactPoint> rows = new ConcurrentHashMap<>();

  @Override
  public void add(ContactPoint contactPoint) {
    if (rows.putIfAbsent(contactPoint.id(), contactPoint) != null) {
      throw new IllegalStateException("contact point exists");
    }
  }

  @Override
  public void save(ContactPoint contactPoint) {
    if (rows.replace(contactPoint.id(), contactPoint) == null) {
      throw new IllegalStateException("no such contact point");
    }
  }

  @Override
  public Optional<ContactPoint> find(ContactPointId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public List<ContactPoint> ofAccount(AccountId account) {
    return rows.values().stream()
        .filter(row -> row.account().equals(account))
        .sorted(
            Comparator.comparing(ContactPoint::addedAt)
                .thenComparing(row -> row.id().value(), Uuids.BYTEWISE))
        .toList();
  }
}

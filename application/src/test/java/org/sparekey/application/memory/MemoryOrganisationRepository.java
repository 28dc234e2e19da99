package org.sparekey.application.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.sparekey.application.port.OrganisationRepository;
import org.sparekey.domain.account.Organisation;
import org.sparekey.domain.shared.OrganisationId;

/** Organisations in memory. */
public final class MemoryOrganisationRepository implements OrganisationRepository {

  private final Map<OrganisationId, Organisation> rows = new ConcurrentHashMap<>();
  private final Map<OrganisationId, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final MemoryTransactions transactions;

  /** Locks end with the unit of work. */
  public MemoryOrganisationRepository(MemoryTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(Organisation organisation) {
    if (rows.putIfAbsent(organisation.id(), organisation) != null) {
      throw new IllegalStateException("organisation exists");
    }
  }

  @Override
  public void save(Organisation organisation) {
    if (rows.replace(organisation.id(), organisation) == null) {
      throw new IllegalStateException("organisation is not there");
    }
  }

  @Override
  public void lock(OrganisationId id) {
    ReentrantLock lock = locks.computeIfAbsent(id, key -> new ReentrantLock());
    transactions.whenItEnds(lock::lock, lock::unlock);
  }

  @Override
  public Optional<Organisation> find(OrganisationId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public List<Organisation> all() {
    return rows.values().stream().sorted(Comparator.comparing(Organisation::name)).toList();
  }
}

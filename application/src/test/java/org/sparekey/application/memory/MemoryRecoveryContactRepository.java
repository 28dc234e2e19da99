package org.sparekey.application.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.port.RecoveryContactRepository;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.RecoveryContactId;

/** Recovery contacts in memory. */
public final class MemoryRecoveryContactRepository implements RecoveryContactRepository {

  private final Map<RecoveryContactId, RecoveryContact> rows = new HashMap<>();
  private final MemoryVouchingRepository vouchings;

  MemoryRecoveryContactRepository(MemoryVouchingRepository vouchings) {
    this.vouchings = vouchings;
  }

  @Override
  public synchronized void add(RecoveryContact contact) {
    if (rows.putIfAbsent(contact.id(), contact) != null) {
      throw new IllegalStateException("recovery contact exists");
    }
  }

  @Override
  public synchronized void save(RecoveryContact contact) {
    if (rows.replace(contact.id(), contact) == null) {
      throw new IllegalStateException("no such recovery contact");
    }
  }

  @Override
  public synchronized Optional<RecoveryContact> find(RecoveryContactId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public synchronized Optional<RecoveryContact> findByLink(String linkHash) {
    return rows.values().stream()
        .filter(row -> row.details().linkHash().equals(linkHash))
        .findFirst();
  }

  @Override
  public synchronized List<RecoveryContact> ofAccount(AccountId account) {
    return rows.values().stream()
        .filter(row -> row.details().account().equals(account))
        .sorted(Comparator.comparing(row -> row.id().value(), Uuids.BYTEWISE))
        .toList();
  }

  @Override
  public synchronized int purge(Instant before, int limit) {
    List<RecoveryContactId> over =
        rows.values().stream()
            .filter(row -> overSince(row).filter(before::isAfter).isPresent())
            .map(RecoveryContact::id)
            .filter(id -> !vouchings.names(id))
            .limit(limit)
            .toList();
    over.forEach(rows::remove);
    return over.size();
  }

  private static Optional<Instant> overSince(RecoveryContact row) {
    return row.fold(
        invited -> Optional.of(invited.expiresAt()),
        accepted -> Optional.empty(),
        declined -> Optional.of(declined.endedAt()),
        removed -> Optional.of(removed.endedAt()));
  }
}

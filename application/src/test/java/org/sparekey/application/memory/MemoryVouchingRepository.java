package org.sparekey.application.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.port.VouchingRepository;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recoverycontact.Vouching;
import org.sparekey.domain.shared.RecoveryContactId;
import org.sparekey.domain.shared.RecoveryId;

/** What recovery contacts say, in memory. */
public final class MemoryVouchingRepository implements VouchingRepository {

  private record Key(RecoveryId recovery, RecoveryContactId contact) {}

  private final Map<Key, Vouching> rows = new HashMap<>();
  private final MemoryRecoveryRepository recoveries;

  MemoryVouchingRepository(MemoryRecoveryRepository recoveries) {
    this.recoveries = recoveries;
  }

  @Override
  public synchronized void put(Vouching vouching) {
    rows.put(key(vouching), vouching);
  }

  @Override
  public synchronized Optional<Vouching> findByLink(String linkHash) {
    return rows.values().stream()
        .filter(row -> row.details().linkHash().equals(linkHash))
        .findFirst();
  }

  @Override
  public synchronized List<Vouching> ofRecovery(RecoveryId recovery) {
    return rows.values().stream()
        .filter(row -> row.details().recovery().equals(recovery))
        .sorted(
            Comparator.comparing((Vouching row) -> row.details().askedAt())
                .thenComparing(row -> row.contact().value(), Uuids.BYTEWISE))
        .toList();
  }

  @Override
  public synchronized boolean count(Vouching.Vouched vouched, Instant now) {
    return rows.get(key(vouched)) instanceof Vouching.Vouched there
        && there.mac().equals(vouched.mac())
        && now.isBefore(there.expiresAt())
        && rows.replace(key(vouched), there, there.count(now));
  }

  @Override
  public synchronized int purge(Instant before, int limit) {
    List<Key> over =
        rows.keySet().stream()
            .filter(key -> endedAt(key).filter(before::isAfter).isPresent())
            .limit(limit)
            .toList();
    over.forEach(rows::remove);
    return over.size();
  }

  /** Whether this contact is named in a recovery. */
  synchronized boolean names(RecoveryContactId contact) {
    return rows.keySet().stream().anyMatch(key -> key.contact().equals(contact));
  }

  private Optional<Instant> endedAt(Key key) {
    return recoveries.find(key.recovery()).flatMap(MemoryVouchingRepository::endedAt);
  }

  private static Optional<Instant> endedAt(Recovery recovery) {
    return recovery.fold(
        requested -> Optional.empty(),
        proving -> Optional.empty(),
        approving -> Optional.empty(),
        holding -> Optional.empty(),
        ready -> Optional.empty(),
        completed -> Optional.of(completed.endedAt()),
        cancelled -> Optional.of(cancelled.endedAt()),
        vetoed -> Optional.of(vetoed.endedAt()),
        denied -> Optional.of(denied.endedAt()),
        expired -> Optional.of(expired.endedAt()));
  }

  private static Key key(Vouching row) {
    return new Key(row.details().recovery(), row.contact());
  }
}

package org.sparekey.application.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.VetoLink;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.RecoveryId;

/** Recoveries in memory. */
public final class MemoryRecoveryRepository implements RecoveryRepository {

  private static final Comparator<Recovery> OLDEST_FIRST =
      Comparator.comparing((Recovery row) -> row.details().openedAt())
          .thenComparing(row -> row.id().value(), Uuids.BYTEWISE);

  private final Map<RecoveryId, Recovery> rows = new ConcurrentHashMap<>();
  private final Map<RecoveryId, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final Map<String, VetoLink> links = new ConcurrentHashMap<>();
  private final MemoryTransactions transactions;

  public MemoryRecoveryRepository(MemoryTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(Recovery recovery) {
    if (rows.putIfAbsent(recovery.id(), recovery) != null) {
      throw new IllegalStateException("recovery exists");
    }
  }

  @Override
  public void save(Recovery recovery) {
    if (rows.replace(recovery.id(), recovery) == null) {
      throw new IllegalStateException("no such recovery");
    }
  }

  @Override
  public Optional<Recovery> find(RecoveryId id) {
    return Optional.ofNullable(rows.get(id));
  }

  /** All, oldest first. */
  List<Recovery> all() {
    return rows.values().stream().sorted(OLDEST_FIRST).toList();
  }

  @Override
  public Optional<Recovery> findForUpdate(RecoveryId id) {
    ReentrantLock lock = locks.computeIfAbsent(id, key -> new ReentrantLock());
    transactions.whenItEnds(lock::lock, lock::unlock);
    return find(id);
  }

  @Override
  public Optional<Recovery> findByBrowserHash(String browserHash) {
    return rows.values().stream()
        .filter(row -> row.details().browserHash().equals(browserHash))
        .findFirst();
  }

  @Override
  public List<Recovery> ofAccount(AccountId account, int limit) {
    return all(account)
        .sorted(Comparator.comparing((Recovery row) -> !proved(row)))
        .limit(limit)
        .sorted(OLDEST_FIRST.reversed())
        .toList();
  }

  @Override
  public List<RecoveryId> proved(AccountId account) {
    return all(account).filter(MemoryRecoveryRepository::proved).map(Recovery::id).toList();
  }

  @Override
  public int countVetoed(AccountId account, Instant since) {
    return Math.toIntExact(
        all(account)
            .filter(Recovery.Vetoed.class::isInstance)
            .map(row -> ((Recovery.Vetoed) row).endedAt())
            .filter(at -> at.isAfter(since))
            .distinct()
            .count());
  }

  @Override
  public int cancelUnproved(AccountId account, Instant now) {
    int cancelled = 0;
    for (Recovery row : all(account).filter(Recovery.Requested.class::isInstance).toList()) {
      Recovery locked = findForUpdate(row.id()).orElseThrow();
      if (locked instanceof Recovery.Requested open) {
        save(open.cancel(now));
        cancelled++;
      }
    }
    return cancelled;
  }

  private Stream<Recovery> all(AccountId account) {
    return rows.values().stream()
        .filter(row -> row.details().account().filter(account::equals).isPresent())
        .sorted(OLDEST_FIRST.reversed());
  }

  private static boolean proved(Recovery row) {
    return row.unfinished().isPresent() && !(row instanceof Recovery.Requested);
  }

  @Override
  public List<RecoveryId> overdue(Instant now, int limit) {
    return rows.values().stream()
        .filter(row -> row.unfinished().isPresent() && !now.isBefore(row.details().expiresAt()))
        .sorted(
            Comparator.comparing((Recovery row) -> row.details().expiresAt())
                .thenComparing(OLDEST_FIRST))
        .limit(limit)
        .map(Recovery::id)
        .toList();
  }

  @Override
  public List<RecoveryId> releasable(Instant now, int limit) {
    return rows.values().stream()
        .filter(Recovery.Holding.class::isInstance)
        .map(Recovery.Holding.class::cast)
        .filter(row -> !now.isBefore(row.until()))
        .sorted(Comparator.comparing(Recovery.Holding::until).thenComparing(OLDEST_FIRST))
        .limit(limit)
        .map(Recovery::id)
        .toList();
  }

  @Override
  public List<RecoveryId> holding() {
    return rows.values().stream()
        .filter(Recovery.Holding.class::isInstance)
        .sorted(OLDEST_FIRST)
        .map(Recovery::id)
        .toList();
  }

  @Override
  public void addVetoLink(VetoLink link) {
    if (links.putIfAbsent(link.tokenHash(), link) != null) {
      throw new IllegalStateException("veto link exists");
    }
  }

  @Override
  public Optional<VetoLink> findVetoLink(String tokenHash) {
    return Optional.ofNullable(links.get(tokenHash));
  }

  @Override
  public int purgeUnproved(Instant before, int limit) {
    List<RecoveryId> over =
        rows.values().stream()
            .filter(row -> row.evidence().isEmpty() && row.details().expiresAt().isBefore(before))
            .filter(
                row ->
                    row instanceof Recovery.Requested
                        || row instanceof Recovery.Cancelled
                        || row instanceof Recovery.Expired)
            .limit(limit)
            .map(Recovery::id)
            .toList();
    over.forEach(rows::remove);
    return over.size();
  }
}

package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.RecoveryId;

/** Recoveries in all their states. */
public interface RecoveryRepository {

  void add(Recovery recovery);

  /** Writes the next state. */
  void save(Recovery recovery);

  Optional<Recovery> find(RecoveryId id);

  /** Finds and locks it until the transaction ends: one transition at a time (attacks row 12). */
  Optional<Recovery> findForUpdate(RecoveryId id);

  Optional<Recovery> findByBrowserHash(String browserHash);

  /** All of the account, latest first. */
  List<Recovery> ofAccount(AccountId account);

  /** Ids of unfinished ones whose time is over at {@code now}, at most {@code limit}. */
  List<RecoveryId> overdue(Instant now, int limit);

  /** Ids of those whose hold is over at {@code now}, at most {@code limit}. */
  List<RecoveryId> releasable(Instant now, int limit);

  /** Ids of all that are in a hold. */
  List<RecoveryId> holding();

  void addVetoLink(VetoLink link);

  Optional<VetoLink> findVetoLink(String tokenHash);

  /** Deletes decoys that expired before {@code before}; at most {@code limit}; returns how many. */
  int purgeDecoys(Instant before, int limit);
}

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

  /**
   * Recoveries of the account, latest first, at most {@code limit}; those that are unfinished and
   * have a proof are always among them, for anybody can begin any number of others.
   */
  List<Recovery> ofAccount(AccountId account, int limit);

  /** Ids of the unfinished ones of the account in which something was proved. */
  List<RecoveryId> proved(AccountId account);

  /** How often somebody vetoed after {@code since}; what one veto stopped together counts once. */
  int countVetoed(AccountId account, Instant since);

  /**
   * Cancels all unfinished ones of the account in which nothing was proved, in one statement that
   * waits for whoever has locked one of them; returns how many.
   */
  int cancelUnproved(AccountId account, Instant now);

  /** Ids of unfinished ones whose time is over at {@code now}, at most {@code limit}. */
  List<RecoveryId> overdue(Instant now, int limit);

  /** Ids of those whose hold is over at {@code now}, at most {@code limit}. */
  List<RecoveryId> releasable(Instant now, int limit);

  /** Ids of all that are in a hold. */
  List<RecoveryId> holding();

  void addVetoLink(VetoLink link);

  Optional<VetoLink> findVetoLink(String tokenHash);

  /**
   * Deletes those whose time was over before {@code before} and in which nothing was ever proved,
   * decoys like any other (attacks row 16), but not what an owner vetoed; at most {@code limit};
   * returns how many.
   */
  int purgeUnproved(Instant before, int limit);
}

package org.sparekey.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.recoverycontact.Vouching;
import org.sparekey.domain.shared.RecoveryId;

/**
 * What recovery contacts say in recoveries, one state for each of both. Whoever changes one has
 * locked the recovery; whatever is read is read anew.
 */
public interface VouchingRepository {

  /** Writes it, over what stands there for the same contact in the same recovery. */
  void put(Vouching vouching);

  /** The one to whom a mail with this link went last. */
  Optional<Vouching> findByLink(String linkHash);

  /** All in this recovery, in the order in which they were asked last. */
  List<Vouching> ofRecovery(RecoveryId recovery);

  /**
   * Spends the code by one guarded update: true for exactly one of any number of calls (attacks row
   * 11), and never when it expired or another code took its place.
   */
  boolean count(Vouching.Vouched vouched, Instant now);

  /**
   * Deletes those in recoveries that had ended before {@code before}; at most {@code limit};
   * returns how many.
   */
  int purge(Instant before, int limit);
}

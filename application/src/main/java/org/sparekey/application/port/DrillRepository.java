package org.sparekey.application.port;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.shared.AccountId;

/** What owners rehearse. */
public interface DrillRepository {

  /** Adds one; fails when one of the account is under way. */
  void add(Drill.Open drill);

  /** Writes the next state of one that is under way; fails when there is none such. */
  void save(Drill drill);

  /** The one that is under way, be its time over or not. */
  Optional<Drill.Open> open(AccountId account);

  /** The latest that says something: that the owner got back in, or that she could not. */
  Optional<Drill.Over> last(AccountId account);

  /** When the owner last got back in. */
  Optional<Instant> lastBackIn(AccountId account);

  /**
   * Deletes those that began before {@code before} and say nothing, or no more: a later one of the
   * account says it. The latest with which its owner got back in stays. At most {@code limit};
   * returns how many.
   */
  int purge(Instant before, int limit);
}

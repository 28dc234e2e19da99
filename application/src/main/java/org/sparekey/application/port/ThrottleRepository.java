package org.sparekey.application.port;

import java.time.Instant;
import org.sparekey.domain.challenge.Throttle;
import org.sparekey.domain.challenge.ThrottleKey;

/** Failure counters, kept where all nodes see them (attacks row 13). */
public interface ThrottleRepository {

  /**
   * Counts an attempt as failed before it is made, unless the counter blocks it. Of any number of
   * attempts at the same time, no more are granted than the rules allow one after the other.
   */
  Reservation reserve(ThrottleKey key, Instant now);

  /**
   * The attempt was right: the counter goes back to zero. In the lane of a known browser the owner
   * was right, and the counters of the other lanes go back, too: strangers who failed on purpose
   * have kept her out nowhere.
   */
  void clear(ThrottleKey key);

  /** All counters of this subject go back to zero, in every lane. */
  void clearSubject(String subject);

  /** The counter as it stands. */
  Throttle find(ThrottleKey key);

  /**
   * Deletes counters that did not change since {@code before}, but for those that are closed or
   * nearly so; at most {@code limit}; returns how many.
   */
  int purge(Instant before, int limit);
}

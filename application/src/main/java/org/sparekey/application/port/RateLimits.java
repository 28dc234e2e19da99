package org.sparekey.application.port;

import java.time.Instant;

/** Budgets by source and for the whole system, in the database, by a library. */
public interface RateLimits {

  /** Whether nothing is left; spends nothing. */
  boolean exhausted(RateLimit limit, String subject);

  /** Spends one; false when nothing was left. */
  boolean trySpend(RateLimit limit, String subject);

  /** Forgets budgets that nobody spent from since {@code before}; at most {@code limit}. */
  int purge(Instant before, int limit);
}

package org.sparekey.application.port;

/** Budgets by source and for the whole system, in the database, by a library. */
public interface RateLimits {

  /** Whether nothing is left; spends nothing. */
  boolean exhausted(RateLimit limit, String subject);

  /** Spends one; false when nothing was left. */
  boolean trySpend(RateLimit limit, String subject);
}

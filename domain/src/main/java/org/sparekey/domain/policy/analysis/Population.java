package org.sparekey.domain.policy.analysis;

import java.util.Map;

/**
 * Accounts by shape: however many there are, each shape is looked at once.
 *
 * @param profiles canonical, with the number of accounts, 1 or more
 */
public record Population(Map<AccountProfile, Long> profiles) {

  /** Copies the map. */
  public Population {
    profiles = Map.copyOf(profiles);
  }

  /** All accounts. */
  public long accounts() {
    return profiles.values().stream().mapToLong(Long::longValue).sum();
  }
}

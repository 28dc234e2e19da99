package org.sparekey.application.signin;

import java.util.List;
import java.util.Set;

/**
 * What can answer the challenge.
 *
 * @param factors active ones, the last used first; empty when none is in use any more
 * @param missing stable codes of the kinds that the owner has and nobody can ask here any more,
 *     because no provider is configured
 * @param rememberDays for how many days this browser can be remembered in their place; 0 when the
 *     policy remembers none
 */
public record ChallengeView(List<FactorView> factors, Set<String> missing, long rememberDays) {

  /** Copies the list and the set. */
  public ChallengeView {
    factors = List.copyOf(factors);
    missing = Set.copyOf(missing);
  }
}

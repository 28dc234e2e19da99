package org.sparekey.application.signin;

import java.util.List;

/**
 * What can answer the challenge.
 *
 * @param factors active ones, the last used first; empty when none is in use any more
 * @param rememberDays for how many days this browser can be remembered in their place; 0 when the
 *     policy remembers none
 */
public record ChallengeView(List<FactorView> factors, long rememberDays) {

  /** Copies the list. */
  public ChallengeView {
    factors = List.copyOf(factors);
  }
}

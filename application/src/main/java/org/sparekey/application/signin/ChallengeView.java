package org.sparekey.application.signin;

import java.util.List;

/**
 * What can answer the challenge.
 *
 * @param factors active ones, the last used first; empty when none is in use any more
 */
public record ChallengeView(List<FactorView> factors) {

  /** Copies the list. */
  public ChallengeView {
    factors = List.copyOf(factors);
  }
}

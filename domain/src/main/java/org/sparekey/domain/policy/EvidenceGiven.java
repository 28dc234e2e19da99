package org.sparekey.domain.policy;

import java.time.Instant;
import java.util.Set;

/**
 * A proof that was given and found right.
 *
 * @param obtainableBy the channels, each of which alone lets its holder give this proof; not empty
 */
public record EvidenceGiven(EvidenceKind kind, Set<Channel> obtainableBy, Instant givenAt) {

  /** Copies the channels and refuses an empty set: a proof that needs nothing proves nothing. */
  public EvidenceGiven {
    obtainableBy = Set.copyOf(obtainableBy);
    if (obtainableBy.isEmpty()) {
      throw new IllegalArgumentException("evidence without a channel");
    }
  }
}

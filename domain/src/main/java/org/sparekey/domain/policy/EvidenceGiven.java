package org.sparekey.domain.policy;

import java.time.Instant;

/**
 * A proof that was given and found right.
 *
 * @param kind never {@link EvidenceKind#SURVIVING_FACTOR}: a proof is by a factor of some kind
 * @param obtainableBy who could have given it
 */
public record EvidenceGiven(EvidenceKind kind, Access obtainableBy, Instant givenAt) {

  /** Refuses a kind that only a policy can name. */
  public EvidenceGiven {
    if (kind == EvidenceKind.SURVIVING_FACTOR) {
      throw new IllegalArgumentException("which kind of factor was it?");
    }
  }
}

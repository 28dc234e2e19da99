package org.sparekey.domain.policy;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.FactorId;

/**
 * A proof that was given and found right.
 *
 * @param kind never {@link EvidenceKind#SURVIVING_FACTOR}: a proof is by a factor of some kind
 * @param obtainableBy who could have given it
 * @param factor which one it was given with, if it was one
 */
public record EvidenceGiven(
    EvidenceKind kind, Access obtainableBy, Instant givenAt, Optional<FactorId> factor) {

  /** Refuses a kind that only a policy can name. */
  public EvidenceGiven {
    if (kind == EvidenceKind.SURVIVING_FACTOR) {
      throw new IllegalArgumentException("which kind of factor was it?");
    }
  }

  /** Given without a factor. */
  public EvidenceGiven(EvidenceKind kind, Access obtainableBy, Instant givenAt) {
    this(kind, obtainableBy, givenAt, Optional.empty());
  }
}

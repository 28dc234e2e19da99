package org.sparekey.domain.policy;

import java.time.Instant;

/**
 * What a decision looks at besides the proofs.
 *
 * @param vetoes of recoveries of this account within 30 days
 * @param wrongProofs in this recovery
 * @param onProbation whether a reset of this account was made so lately that none may follow
 * @param since from when a hold counts: when the proofs were first enough, else now
 */
public record Circumstances(
    RiskAssessment risk, int vetoes, int wrongProofs, boolean onProbation, Instant since) {

  /** Nothing speaks against it. */
  public static Circumstances nothingOdd(Instant now) {
    return new Circumstances(RiskAssessment.nothingOdd(), 0, 0, false, now);
  }

  /** The same at another risk. */
  public Circumstances at(RiskAssessment other) {
    return new Circumstances(other, vetoes, wrongProofs, onProbation, since);
  }
}

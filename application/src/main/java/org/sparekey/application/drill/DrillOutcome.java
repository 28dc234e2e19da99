package org.sparekey.application.drill;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a step of a drill.
 *
 * @param refusal empty when it was taken
 * @param retryAt when the next attempt is heard, if there is a wait
 */
public record DrillOutcome(Optional<DrillRefusal> refusal, Optional<Instant> retryAt) {

  /** Whether it was taken. */
  public boolean done() {
    return refusal.isEmpty();
  }

  static DrillOutcome taken() {
    return new DrillOutcome(Optional.empty(), Optional.empty());
  }

  static DrillOutcome refused(DrillRefusal reason) {
    return refused(reason, Optional.empty());
  }

  static DrillOutcome refused(DrillRefusal reason, Optional<Instant> retryAt) {
    return new DrillOutcome(Optional.of(reason), retryAt);
  }
}

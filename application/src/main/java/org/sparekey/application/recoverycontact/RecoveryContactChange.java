package org.sparekey.application.recoverycontact;

import java.util.Optional;

/**
 * What became of a change about a recovery contact.
 *
 * @param refusal empty when it was done
 */
public record RecoveryContactChange(Optional<RecoveryContactRefusal> refusal) {

  /** Whether it was done. */
  public boolean done() {
    return refusal.isEmpty();
  }

  static RecoveryContactChange made() {
    return new RecoveryContactChange(Optional.empty());
  }

  static RecoveryContactChange refused(RecoveryContactRefusal reason) {
    return new RecoveryContactChange(Optional.of(reason));
  }
}

package org.sparekey.application.recoverycode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an owner may know about the own recovery codes; never a code.
 *
 * @param batch number of the batch in force, 0 when there is none
 * @param madeAt when it was made
 * @param left how many can still be used
 * @param owed how many were used and wait to be replaced
 * @param few whether so few are left that the owner is warned; false when there is no batch
 * @param used those of the batch that were used, in the order of their numbers
 */
public record RecoveryCodesView(
    int batch, Optional<Instant> madeAt, int left, int owed, boolean few, List<UsedCode> used) {

  /** A code that was used. */
  public record UsedCode(int number, Instant usedAt) {}

  /** Copies the list. */
  public RecoveryCodesView {
    used = List.copyOf(used);
  }

  /** Whether there is a batch in force. */
  public boolean present() {
    return batch > 0;
  }
}

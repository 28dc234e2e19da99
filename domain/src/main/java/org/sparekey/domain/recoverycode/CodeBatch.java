package org.sparekey.domain.recoverycode;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.CodeBatchId;

/**
 * The codes that stand on one sheet. An account has one batch in force at most; the next one ends
 * it.
 *
 * @param number from 1, counted for the account; it stands on the sheet, so that an old one is told
 *     from the new
 * @param endedAt since when none of its codes is good
 */
public record CodeBatch(
    CodeBatchId id, AccountId account, int number, Instant madeAt, Optional<Instant> endedAt) {

  /** Codes on a fresh sheet. */
  public static final int SIZE = 10;

  /** With so many left, or fewer, the owner is warned. */
  public static final int FEW = 3;

  /** Refuses a number below 1. */
  public CodeBatch {
    if (number < 1) {
      throw new IllegalArgumentException("batch " + number);
    }
  }
}

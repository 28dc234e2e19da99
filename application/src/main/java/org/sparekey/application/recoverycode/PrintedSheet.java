package org.sparekey.application.recoverycode;

import java.time.Instant;
import java.util.List;
import org.sparekey.domain.recoverycode.RecoveryCode;

/**
 * New codes in plain, for the one answer that shows them. Nothing keeps it.
 *
 * @param siteName what the codes are good for
 * @param accountHint enough for the owner to tell two accounts apart, too little for a finder to
 *     sign in with
 * @param batch number of the batch
 * @param codes in the order of their numbers
 */
public record PrintedSheet(
    String siteName, String accountHint, int batch, Instant madeAt, List<PrintedCode> codes) {

  /**
   * A code with its number.
   *
   * @param number as it stands on the sheet, from 1
   */
  public record PrintedCode(int number, RecoveryCode code) {}

  /** Copies the list. */
  public PrintedSheet {
    codes = List.copyOf(codes);
  }
}

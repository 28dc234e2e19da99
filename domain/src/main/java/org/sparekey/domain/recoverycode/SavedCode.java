package org.sparekey.domain.recoverycode;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.RecoveryCodeId;

/**
 * What is kept of one recovery code. The check symbol stays readable, different for all codes of a
 * batch that are still good, and says which hash a typed code is to be matched with: one hash a
 * try, as many as there are codes. It tells a thief of the database 5 of the 80 bits; the 75 others
 * stand behind the salted hash (NIST SP 800-63B-4 §3.1.2, §4.2.1.1).
 *
 * @param number from 1, as it stands on the sheet; never given twice in a batch
 * @param symbol one of {@link RecoveryCode#SYMBOLS}
 * @param hash salted and slow; empty once the code is spent or its batch has ended
 * @param spentAt when it was used; a code is used once
 */
public record SavedCode(
    RecoveryCodeId id,
    int number,
    char symbol,
    Optional<String> hash,
    Instant issuedAt,
    Optional<Instant> spentAt) {

  /** Refuses what no code can have. */
  public SavedCode {
    if (number < 1 || RecoveryCode.SYMBOLS.indexOf(symbol) < 0) {
      throw new IllegalArgumentException("code " + number + " with symbol " + symbol);
    }
  }

  /** Whether it can still be used. */
  public boolean good() {
    return hash.isPresent() && spentAt.isEmpty();
  }

  /** Without the hash. */
  @Override
  public String toString() {
    return "SavedCode[" + id + "]";
  }
}

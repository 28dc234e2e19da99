package org.sparekey.application.recoverycode;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sparekey.application.Step;
import org.sparekey.application.port.PasswordHasher;
import org.sparekey.application.port.RandomSource;
import org.sparekey.domain.recoverycode.RecoveryCode;

/**
 * Makes random codes and hashes them, each with its own salt (NIST SP 800-63B-4 §3.1.2). Slow: no
 * transaction may be open.
 */
@Step
class DrawCodes {

  /** A code and what is to be kept of it. */
  record Drawn(RecoveryCode code, String hash) {

    /** Without the hash. */
    @Override
    public String toString() {
      return "Drawn[redacted]";
    }
  }

  private final RandomSource random;
  private final PasswordHasher hasher;

  @Inject
  DrawCodes(RandomSource random, PasswordHasher hasher) {
    this.random = random;
    this.hasher = hasher;
  }

  /**
   * Draws codes whose check symbols differ from one another and from those that are taken.
   *
   * @param count so many, 0 or more; with the taken ones far fewer than there are symbols
   */
  List<Drawn> draw(int count, Set<Character> taken) {
    Set<Character> symbols = new HashSet<>(taken);
    List<Drawn> drawn = new ArrayList<>();
    while (drawn.size() < count) {
      RecoveryCode code = RecoveryCode.of(random.bytes(RecoveryCode.BYTES));
      if (symbols.add(code.symbol())) {
        drawn.add(new Drawn(code, hasher.hash(code.secret())));
      }
    }
    return drawn;
  }
}

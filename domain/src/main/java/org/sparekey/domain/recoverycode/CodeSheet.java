package org.sparekey.domain.recoverycode;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A batch in force with all its codes, used ones included.
 *
 * @param codes in the order of their numbers
 */
public record CodeSheet(CodeBatch batch, List<SavedCode> codes) {

  /** Copies the list. */
  public CodeSheet {
    codes = List.copyOf(codes);
  }

  /** How many can still be used. */
  public int left() {
    return (int) codes.stream().filter(SavedCode::good).count();
  }

  /** How many were used and are not yet replaced (NIST SP 800-63B-4 §4.2.1.1). */
  public int owed() {
    return Math.max(0, CodeBatch.SIZE - left());
  }

  /** Whether the owner is to be warned. */
  public boolean few() {
    return left() <= CodeBatch.FEW;
  }

  /** The number that the next code of this batch gets. */
  public int nextNumber() {
    return codes.stream().mapToInt(SavedCode::number).max().orElse(0) + 1;
  }

  /** The symbols that a new code of this batch must not have. */
  public Set<Character> symbols() {
    return codes.stream()
        .filter(SavedCode::good)
        .map(SavedCode::symbol)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The one good code that a typed one can be. */
  public Optional<SavedCode> candidate(RecoveryCode typed) {
    return codes.stream()
        .filter(SavedCode::good)
        .filter(code -> code.symbol() == typed.symbol())
        .findFirst();
  }
}

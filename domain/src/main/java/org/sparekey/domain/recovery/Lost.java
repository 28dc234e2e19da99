package org.sparekey.domain.recovery;

import java.util.Set;
import org.sparekey.domain.shared.FactorId;

/**
 * What the owner says is lost.
 *
 * @param factors the factors meant, when not everything is
 */
public record Lost(Extent extent, Set<FactorId> factors) {

  /** How much is lost; {@link #code()} is stored. */
  public enum Extent {
    /** Not said yet: the names of factors are shown only after the first proof. */
    UNSAID("unsaid"),
    SOME_FACTORS("some-factors"),
    EVERYTHING("everything");

    private final String code;

    Extent(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }

  /** Copies the factors; only {@link Extent#SOME_FACTORS} has any. */
  public Lost {
    factors = Set.copyOf(factors);
    if ((extent == Extent.SOME_FACTORS) == factors.isEmpty()) {
      throw new IllegalArgumentException(extent + " with " + factors.size() + " factors");
    }
  }

  /** Not said yet. */
  public static Lost unsaid() {
    return new Lost(Extent.UNSAID, Set.of());
  }

  /** All factors of the account. */
  public static Lost everything() {
    return new Lost(Extent.EVERYTHING, Set.of());
  }

  /** These factors; for a lost device, all that live on it. */
  public static Lost some(Set<FactorId> factors) {
    return new Lost(Extent.SOME_FACTORS, factors);
  }

  /** Whether the reset ends this factor: an unsaid loss is a loss of everything. */
  public boolean includes(FactorId factor) {
    return extent != Extent.SOME_FACTORS || factors.contains(factor);
  }
}

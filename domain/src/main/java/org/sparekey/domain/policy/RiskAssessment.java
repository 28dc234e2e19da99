package org.sparekey.domain.policy;

import java.util.Comparator;
import java.util.Set;

/** Named reasons, never a bare score. */
public record RiskAssessment(Set<RiskReason> reasons) {

  /** The levels a path has holds for, lowest first. */
  public enum Level {
    LOW("low"),
    ELEVATED("elevated"),
    HIGH("high");

    private final String code;

    Level(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }

  /** Copies the reasons. */
  public RiskAssessment {
    reasons = Set.copyOf(reasons);
  }

  /** Nothing speaks against it. */
  public static RiskAssessment nothingOdd() {
    return new RiskAssessment(Set.of());
  }

  /**
   * That of the gravest reason, and high when three reasons elevate. Low when nothing speaks
   * against the recovery but an unknown browser: the phone is gone.
   */
  public Level level() {
    long elevating =
        reasons.stream().filter(reason -> reason.level().compareTo(Level.ELEVATED) >= 0).count();
    return elevating >= 3
        ? Level.HIGH
        : reasons.stream().map(RiskReason::level).max(Comparator.naturalOrder()).orElse(Level.LOW);
  }
}

package org.sparekey.domain.policy;

import java.util.Set;

/** Named reasons, never a bare score. */
public record RiskAssessment(Set<RiskReason> reasons) {

  /** The levels a path has holds for. */
  public enum Level {
    LOW("low"),
    ELEVATED("elevated");

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

  /** Low when nothing speaks against the recovery but an unknown browser: the phone is gone. */
  public Level level() {
    return reasons.stream().allMatch(reason -> reason == RiskReason.UNKNOWN_BROWSER)
        ? Level.LOW
        : Level.ELEVATED;
  }
}

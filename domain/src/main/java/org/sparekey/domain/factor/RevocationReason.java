package org.sparekey.domain.factor;

/** Why a factor ended or was suspended; {@link #code()} is stored and audited. */
public enum RevocationReason {
  REMOVED_BY_OWNER("removed-by-owner"),
  /** Begun and never proved. */
  ABANDONED("abandoned"),
  LOST("lost"),
  REPLACED_BY_RESET("replaced-by-reset"),
  RESET_CONTESTED("reset-contested"),
  /** Its signature counter went back: perhaps there is a copy of it. */
  COPIED("copied");

  private final String code;

  RevocationReason(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}

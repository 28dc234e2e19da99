package org.sparekey.domain.factor;

/** Stable codes of the states, for storage and for lists. */
public enum FactorStatus {
  PENDING("pending"),
  ACTIVE("active"),
  SUSPENDED("suspended"),
  REVOKED("revoked");

  private final String code;

  FactorStatus(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}

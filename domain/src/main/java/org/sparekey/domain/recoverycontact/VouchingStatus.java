package org.sparekey.domain.recoverycontact;

/** Stable codes of the states, for storage and for lists. */
public enum VouchingStatus {
  ASKED("asked"),
  VOUCHED("vouched"),
  COUNTED("counted"),
  DOUBTED("doubted");

  private final String code;

  VouchingStatus(String code) {
    this.code = code;
  }

  /** The stable code, for storage, audit and message keys. */
  public String code() {
    return code;
  }
}

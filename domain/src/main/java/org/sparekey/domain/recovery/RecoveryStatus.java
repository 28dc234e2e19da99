package org.sparekey.domain.recovery;

/** Stable codes of the states, for storage and for lists. */
public enum RecoveryStatus {
  REQUESTED("requested"),
  PROVING("proving"),
  APPROVING("approving"),
  HOLDING("holding"),
  READY("ready"),
  COMPLETED("completed"),
  CANCELLED("cancelled"),
  VETOED("vetoed"),
  DENIED("denied"),
  EXPIRED("expired");

  private final String code;

  RecoveryStatus(String code) {
    this.code = code;
  }

  /** The stable code, for storage, audit and message keys. */
  public String code() {
    return code;
  }

  /** Whether nothing can happen to it any more. */
  public boolean ended() {
    return compareTo(COMPLETED) >= 0;
  }
}

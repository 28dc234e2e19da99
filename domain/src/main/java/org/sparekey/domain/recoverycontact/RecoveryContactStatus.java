package org.sparekey.domain.recoverycontact;

/** Stable codes of the states, for storage and for lists. */
public enum RecoveryContactStatus {
  INVITED("invited"),
  ACCEPTED("accepted"),
  DECLINED("declined"),
  REMOVED("removed");

  private final String code;

  RecoveryContactStatus(String code) {
    this.code = code;
  }

  /** The stable code, for storage, audit and message keys. */
  public String code() {
    return code;
  }
}

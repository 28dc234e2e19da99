package org.sparekey.application.port;

/** Why a new password is refused; {@link #code()} is the message key's last part. */
public enum PasswordWeakness {
  TOO_SHORT("too-short"),
  TOO_LONG("too-long"),
  COMMON("common"),
  PERSONAL("personal");

  private final String code;

  PasswordWeakness(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}

package org.sparekey.application.enrolment;

/** Why a factor was not bound, renamed or removed. */
public enum EnrolmentRefusal {
  /** Password and factor must be given again first (ASVS 7.5.1). */
  NEEDS_CONFIRMATION("needs-confirmation"),
  /** This session may not do it yet. */
  WRONG_STEP("wrong-step"),
  /** Nothing is pending here: expired, replaced, or of another session (attacks row 26). */
  NO_ENROLMENT("no-enrolment"),
  WRONG_CODE("wrong-code"),
  MALFORMED_CODE("malformed-code"),
  REPLAYED_CODE("replayed-code"),
  BAD_DEVICE_NAME("bad-device-name"),
  TOO_MANY_FACTORS("too-many-factors"),
  /** Foreign, unknown, or not in use. */
  UNKNOWN_FACTOR("unknown-factor"),
  LAST_FACTOR("last-factor"),
  ON_PROBATION("on-probation"),
  THROTTLED("throttled"),
  SOURCE_EXHAUSTED("source-exhausted");

  private final String code;

  EnrolmentRefusal(String code) {
    this.code = code;
  }

  /** The stable code, for audit and message keys. */
  public String code() {
    return code;
  }
}

package org.sparekey.application.signin;

/** Why an answer to a challenge was not accepted. */
public enum ChallengeRefusal {
  /** Another code than the factor shows now. */
  WRONG_CODE("wrong-code"),
  /** No six digits. */
  MALFORMED_CODE("malformed-code"),
  /** The code was right and had been used (attacks row 10). */
  REPLAYED_CODE("replayed-code"),
  /** Foreign, unknown, or not in use. */
  UNKNOWN_FACTOR("unknown-factor"),
  /** Asked again for the password, and it was another. */
  WRONG_PASSWORD("wrong-password"),
  /** This session does not wait for a challenge. */
  WRONG_STEP("wrong-step"),
  THROTTLED("throttled"),
  SOURCE_EXHAUSTED("source-exhausted");

  private final String code;

  ChallengeRefusal(String code) {
    this.code = code;
  }

  /** The stable code, for audit and message keys. */
  public String code() {
    return code;
  }

  /** Whether a code was looked at and was not the right one. */
  public boolean isAboutTheCode() {
    return this == WRONG_CODE || this == REPLAYED_CODE;
  }
}

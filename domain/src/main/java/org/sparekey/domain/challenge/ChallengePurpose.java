package org.sparekey.domain.challenge;

/** What a factor is asked for; an answer for one purpose is worthless for another (row 24). */
public enum ChallengePurpose {
  /** The second half of a sign-in. */
  SIGN_IN("sign-in"),
  /** Proved once more before something important (ASVS 7.5.1). */
  CONFIRM("confirm"),
  /** Shows that a new factor works. */
  ENROLMENT("enrolment"),
  /** A surviving factor as a proof in a recovery. */
  RECOVERY("recovery"),
  /** The factor half of a password reset. */
  PASSWORD_RESET("password-reset"),
  /** Shows in a drill that a factor is at hand; opens nothing. */
  DRILL("drill");

  private final String code;

  ChallengePurpose(String code) {
    this.code = code;
  }

  /** The stable code, for storage, audit and message keys. */
  public String code() {
    return code;
  }
}

package org.sparekey.application.signin;

/** Why an answer to a challenge was not accepted. */
public enum ChallengeRefusal {
  /** Another code than the factor shows now. */
  WRONG_CODE("wrong-code"),
  /** No six digits. */
  MALFORMED_CODE("malformed-code"),
  /** The code was right and had been used (attacks row 10). */
  REPLAYED_CODE("replayed-code"),
  /** No answer of this passkey or security key to this challenge. */
  WRONG_ASSERTION("wrong-assertion"),
  /** The answer to a challenge that had been answered (attacks row 10). */
  REPLAYED_ASSERTION("replayed-assertion"),
  /** Answered on another site (attacks row 9). */
  WRONG_ORIGIN("wrong-origin"),
  /** The authenticator did not check its user, and had to. */
  USER_NOT_CHECKED("user-not-checked"),
  /** Perhaps there is a copy of the factor, which is out of use now. */
  COUNTER_WENT_BACK("counter-went-back"),
  /** Foreign, unknown, or not in use. */
  UNKNOWN_FACTOR("unknown-factor"),
  /** Asked again for the password, and it was another. */
  WRONG_PASSWORD("wrong-password"),
  /** This session does not wait for a challenge. */
  WRONG_STEP("wrong-step"),
  THROTTLED("throttled"),
  SOURCE_EXHAUSTED("source-exhausted"),
  /** Asked, and no answer yet. */
  WAITING("waiting"),
  /** The device said no. */
  DENIED("denied"),
  /** Nothing was asked, or the time for the answer is over. */
  EXPIRED("expired"),
  /** Asked too often since the last success (attacks rows 8 and 27). */
  BUDGET_SPENT("budget-spent"),
  /** The owner said "not me": nobody may ask until she allows it again (attacks row 8). */
  STOPPED("stopped"),
  /** Whoever carries the question cannot be reached (attacks row 34). */
  PROVIDER_DOWN("provider-down");

  private final String code;

  ChallengeRefusal(String code) {
    this.code = code;
  }

  /** The stable code, for audit and message keys. */
  public String code() {
    return code;
  }

  /** Whether an answer was looked at and was not the right one. */
  public boolean isAboutTheCode() {
    return switch (this) {
      case WRONG_CODE, DENIED, WRONG_ASSERTION, WRONG_ORIGIN, USER_NOT_CHECKED, COUNTER_WENT_BACK ->
          true;
      default -> isReplay();
    };
  }

  /** Whether the answer was right once, and had been given before. */
  public boolean isReplay() {
    return this == REPLAYED_CODE || this == REPLAYED_ASSERTION;
  }
}

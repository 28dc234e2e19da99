package org.sparekey.application.enrolment;

import org.sparekey.application.delivery.PhoneRefusal;
import org.sparekey.application.signin.ChallengeRefusal;

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
  /** Not what the authenticator should have made. */
  WRONG_ASSERTION("wrong-assertion"),
  /** Made on another site (attacks row 9). */
  WRONG_ORIGIN("wrong-origin"),
  /** The authenticator did not check its user, and had to. */
  USER_NOT_CHECKED("user-not-checked"),
  /** The credential belongs to a factor already. */
  ALREADY_BOUND("already-bound"),
  BAD_DEVICE_NAME("bad-device-name"),
  TOO_MANY_FACTORS("too-many-factors"),
  /** Foreign, unknown, or not in use. */
  UNKNOWN_FACTOR("unknown-factor"),
  LAST_FACTOR("last-factor"),
  ON_PROBATION("on-probation"),
  THROTTLED("throttled"),
  SOURCE_EXHAUSTED("source-exhausted"),
  /** Asked, and no answer yet. */
  WAITING("waiting"),
  /** The device said no. */
  DENIED("denied"),
  BUDGET_SPENT("budget-spent"),
  /** Whoever carries the question cannot be reached (attacks row 34). */
  PROVIDER_DOWN("provider-down"),
  BAD_NUMBER("bad-number"),
  /** This site neither texts nor calls. */
  PHONE_NOT_OFFERED("phone-not-offered"),
  COUNTRY_NOT_ALLOWED("country-not-allowed"),
  /** A fixed line gets no texts; nobody calls premium numbers (attacks row 27). */
  WRONG_LINE("wrong-line"),
  /** A factor of this kind is bound to it already. */
  NUMBER_IN_USE("number-in-use");

  private final String code;

  EnrolmentRefusal(String code) {
    this.code = code;
  }

  /** The same reason, said about an enrolment. */
  static EnrolmentRefusal of(ChallengeRefusal reason) {
    return switch (reason) {
      case WRONG_CODE, WRONG_PASSWORD -> WRONG_CODE;
      case MALFORMED_CODE -> MALFORMED_CODE;
      case REPLAYED_CODE -> REPLAYED_CODE;
      case WRONG_ASSERTION, REPLAYED_ASSERTION, COUNTER_WENT_BACK -> WRONG_ASSERTION;
      case WRONG_ORIGIN -> WRONG_ORIGIN;
      case USER_NOT_CHECKED -> USER_NOT_CHECKED;
      case UNKNOWN_FACTOR, EXPIRED -> NO_ENROLMENT;
      case WRONG_STEP -> WRONG_STEP;
      case THROTTLED -> THROTTLED;
      case SOURCE_EXHAUSTED -> SOURCE_EXHAUSTED;
      case WAITING -> WAITING;
      case DENIED -> DENIED;
      case BUDGET_SPENT, STOPPED -> BUDGET_SPENT;
      case PROVIDER_DOWN -> PROVIDER_DOWN;
    };
  }

  /** The same reason, said about an enrolment. */
  static EnrolmentRefusal of(PhoneRefusal reason) {
    return switch (reason) {
      case NOT_OFFERED -> PHONE_NOT_OFFERED;
      case COUNTRY_NOT_ALLOWED -> COUNTRY_NOT_ALLOWED;
      case WRONG_LINE -> WRONG_LINE;
      case BUDGET_SPENT -> BUDGET_SPENT;
      case PROVIDER_DOWN -> PROVIDER_DOWN;
    };
  }

  /** The stable code, for audit and message keys. */
  public String code() {
    return code;
  }
}

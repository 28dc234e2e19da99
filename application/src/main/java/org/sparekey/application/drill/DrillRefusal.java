package org.sparekey.application.drill;

import org.sparekey.application.signin.ChallengeRefusal;

/** Why a step of a drill was not taken; {@link #code()} is audited and is the message key. */
public enum DrillRefusal {
  /** This session may not rehearse. */
  WRONG_STEP("wrong-step"),
  /** As a recovery would be refused. */
  ON_PROBATION("on-probation"),
  /** Nothing of that kind can be lost any more, or there is no such way back. */
  LOSS_UNKNOWN("drill-loss-unknown"),
  /** None is under way in this session, or its time is over. */
  OVER("drill-over"),
  /** The way does not ask for that. */
  NOT_ASKED("drill-not-asked"),
  PASSWORD_WRONG("wrong-password"),
  /** None was asked for yet, or it is too old. */
  CODE_NOT_SENT("drill-code-not-sent"),
  /** Nothing like a code was typed; not counted as an attempt. */
  CODE_MALFORMED("malformed-code"),
  /** Mistyped, used, replaced by a newer one, or of something else. */
  CODE_WRONG("drill-code-wrong"),
  /** No recovery code can look like that; not counted as an attempt. */
  SAVED_CODE_MALFORMED("saved-code-malformed"),
  /** A recovery code of another account or batch, a used one, or none at all. */
  SAVED_CODE_WRONG("drill-saved-code-wrong"),
  /** Not one of those that are left. */
  FACTOR_UNKNOWN("unknown-factor"),
  FACTOR_CODE_WRONG("wrong-code"),
  /** The answer was right and had been used (attacks row 10). */
  FACTOR_REPLAYED("replayed-code"),
  /** Too many wrong proofs; the next is heard later. */
  TOO_MANY_ATTEMPTS("throttled"),
  /** Too many wrong proofs from this source. */
  SOURCE_EXHAUSTED("source-exhausted"),
  /** Too many mails. */
  TOO_MANY_MAILS("too-many-mails"),
  /** Something is still to be shown. */
  STEPS_MISSING("drill-steps-missing"),
  /** It was not said that what other people do was read. */
  NOT_UNDERSTOOD("drill-not-understood"),
  /** What the account has was changed meanwhile, and the way is no more. */
  WAY_GONE("drill-way-gone");

  private final String code;

  DrillRefusal(String code) {
    this.code = code;
  }

  /** The stable code, for audit and message keys. */
  public String code() {
    return code;
  }

  static DrillRefusal of(ChallengeRefusal reason) {
    return switch (reason) {
      case WRONG_CODE,
          WRONG_ASSERTION,
          USER_NOT_CHECKED,
          COUNTER_WENT_BACK,
          WRONG_ORIGIN,
          WAITING,
          DENIED,
          EXPIRED,
          BUDGET_SPENT,
          STOPPED,
          PROVIDER_DOWN ->
          FACTOR_CODE_WRONG;
      case MALFORMED_CODE -> CODE_MALFORMED;
      case REPLAYED_CODE, REPLAYED_ASSERTION -> FACTOR_REPLAYED;
      case UNKNOWN_FACTOR -> FACTOR_UNKNOWN;
      case WRONG_PASSWORD -> PASSWORD_WRONG;
      case WRONG_STEP -> WRONG_STEP;
      case THROTTLED -> TOO_MANY_ATTEMPTS;
      case SOURCE_EXHAUSTED -> SOURCE_EXHAUSTED;
    };
  }
}

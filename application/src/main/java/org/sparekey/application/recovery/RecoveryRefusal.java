package org.sparekey.application.recovery;

/** Why a step of a recovery was not taken; {@link #code()} is audited and is the message key. */
public enum RecoveryRefusal {
  /** No recovery belongs to this browser or link. */
  UNKNOWN("recovery-unknown"),
  /** It was completed, stopped or given up, or its time is over. */
  ENDED("recovery-ended"),
  /** The step is not the next one (attacks row 23). */
  NOT_NOW("recovery-not-now"),
  /** The policy takes no proof of this kind. */
  NOT_OFFERED("recovery-not-offered"),
  /** Too many requests from this source. */
  TOO_MANY_REQUESTS("too-many-requests"),
  /** Too many wrong proofs; the next is heard later. */
  TOO_MANY_ATTEMPTS("too-many-attempts"),
  /** Too many mails. */
  TOO_MANY_MAILS("too-many-mails"),
  PASSWORD_WRONG("recovery-password-wrong"),
  /** Nothing like a code was typed; not counted as an attempt. */
  CODE_MALFORMED("recovery-code-malformed"),
  /** None was asked for yet. */
  CODE_NOT_SENT("recovery-code-not-sent"),
  /** The last one that was asked for is too old. */
  CODE_EXPIRED("recovery-code-expired"),
  /** Mistyped, used, replaced by a newer one, or of another recovery. */
  CODE_WRONG("recovery-code-wrong"),
  /** No recovery code can look like that; not counted as an attempt. */
  SAVED_CODE_MALFORMED("saved-code-malformed"),
  /** A recovery code of another account or batch, a used one, or none at all. */
  SAVED_CODE_WRONG("saved-code-wrong"),
  /** Recovery contacts are asked after another proof. */
  CONTACTS_PROOF_FIRST("contacts-proof-first"),
  /** Too few people said yes, or too lately. */
  CONTACTS_TOO_FEW("contacts-too-few"),
  /** They were asked often enough. */
  CONTACTS_ASKED_OFTEN("contacts-asked-often"),
  /** No mail went to them yet. */
  CONTACTS_NOT_ASKED("contacts-not-asked"),
  /** Mistyped, used, replaced by a newer one, or of another recovery. */
  CONTACT_CODE_WRONG("contact-code-wrong"),
  /** The contact was heard already, or can no longer help. */
  VOUCHING_OVER("vouching-over"),
  /** What is lost is asked after the first proof. */
  PROOF_FIRST("recovery-proof-first"),
  /** A factor that the account does not have, or none at all. */
  FACTOR_UNKNOWN("recovery-factor-unknown"),
  /** No new factor waits to be confirmed, or its time is over. */
  ENROLMENT_OVER("recovery-enrolment-over"),
  DEVICE_NAME("recovery-device-name"),
  TOTP_MALFORMED("recovery-totp-malformed"),
  TOTP_WRONG("recovery-totp-wrong"),
  /** A code of the new factor that was used before. */
  TOTP_REPLAYED("recovery-totp-replayed"),
  /** Too many proofs were wrong in this recovery: it has ended. */
  TOO_MANY_WRONG("recovery-too-many-wrong"),
  /** It gave one of the proofs a moment ago, so it is not lost. */
  FACTOR_PROVED("recovery-factor-proved"),
  /** Not one of those that are left, or of no use in this recovery. */
  SURVIVOR_UNKNOWN("unknown-factor"),
  SURVIVOR_CODE_WRONG("wrong-code"),
  SURVIVOR_CODE_MALFORMED("malformed-code"),
  /** The answer was right and had been used (attacks row 10). */
  SURVIVOR_REPLAYED("replayed-code"),
  /** No answer of this passkey or security key to this recovery's question. */
  SURVIVOR_NOT_ACCEPTED("wrong-assertion"),
  /** Asked, and no answer yet. */
  SURVIVOR_WAITING("waiting"),
  /** The device said no. */
  SURVIVOR_DENIED("denied"),
  /** Nothing was asked, or the time for the answer is over. */
  SURVIVOR_NOT_ASKED("expired"),
  SURVIVOR_ASKED_TOO_OFTEN("budget-spent"),
  /** The owner said "not me" on a phone (attacks row 8). */
  SURVIVOR_STOPPED("stopped"),
  SURVIVOR_OUT_OF_REACH("provider-down"),
  /** A factor that is reported lost has no veto (attacks row 29). */
  LOST_FACTOR("veto-lost-factor"),
  /** No such name, or no code of a factor of the account that is left: one answer for all. */
  VETO_CODE_WRONG("veto-code-wrong"),
  /** The code was right, and nothing is under way that it may stop. */
  NOTHING_TO_STOP("veto-nothing"),
  /** The new factor was contested before. */
  CONTESTED_BEFORE("veto-contested-before"),
  /** The reset is older than the probation after it. */
  VETO_TOO_LATE("veto-too-late");

  private final String code;

  RecoveryRefusal(String code) {
    this.code = code;
  }

  /** The stable code, for audit and message keys. */
  public String code() {
    return code;
  }
}

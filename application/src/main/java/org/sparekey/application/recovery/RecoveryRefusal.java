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
  /** A factor that is reported lost has no veto (attacks row 29). */
  LOST_FACTOR("veto-lost-factor"),
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

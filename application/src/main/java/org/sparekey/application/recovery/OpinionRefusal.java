package org.sparekey.application.recovery;

/** Why an opinion does not count; {@link #code()} is audited and the end of the message key. */
public enum OpinionRefusal {
  /** Nobody of the staff is signed in, or the role does not allow it. */
  NOT_ALLOWED("not-allowed"),
  /** Password and factor were given too long ago (design section 10). */
  NOT_CONFIRMED("needs-confirmation"),
  /** There is no such recovery in the person's organisation. */
  UNKNOWN("unknown-recovery"),
  /** It waits for nobody any more. */
  NOT_WAITING("not-waiting"),
  /** It is the person's own (attacks row 7). */
  OWN_ACCOUNT("own-account"),
  /** The same person again (ASVS 2.3.5). */
  SAID_BEFORE("said-before"),
  /** No reason, or a novel. */
  REASON("opinion-reason"),
  /** Not the code on the owner's page. */
  WRONG_CODE("wrong-approval-code"),
  /** The person's budget of approvals or of wrong codes is spent (row 38). */
  TOO_MANY("too-many-opinions");

  private final String code;

  OpinionRefusal(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}

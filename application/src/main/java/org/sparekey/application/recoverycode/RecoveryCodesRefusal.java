package org.sparekey.application.recoverycode;

/** Why no recovery codes were made; {@link #code()} is audited and is the message key. */
public enum RecoveryCodesRefusal {
  /** Password and factor must be given again first (ASVS 7.5.1). */
  NEEDS_CONFIRMATION("needs-confirmation"),
  /** This session may not do it. */
  WRONG_STEP("wrong-step"),
  /** Codes that exist are not replaced by who came in by a recovery a short while ago. */
  ON_PROBATION("on-probation"),
  /**
   * The sheet is another one than the page showed: a second click, a reload, a second tab. What was
   * made is never shown again.
   */
  MADE_MEANWHILE("codes-made-meanwhile"),
  /** No code was used, or what was used is replaced already. */
  NONE_USED("no-code-used");

  private final String code;

  RecoveryCodesRefusal(String code) {
    this.code = code;
  }

  /** The stable code, for audit and message keys. */
  public String code() {
    return code;
  }
}

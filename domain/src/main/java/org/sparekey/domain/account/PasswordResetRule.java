package org.sparekey.domain.account;

/**
 * What can reset a password in an organisation. It decides whether a password counts as a proof
 * beside a mailed code (NIST SP 800-63B-4 §4.2.2.2; attacks row 1).
 */
public enum PasswordResetRule {
  /** Sparekey's own reset: a mailed code and an existing factor. */
  MAILBOX_AND_FACTOR("mailbox-and-factor"),
  /**
   * Another system resets the password by the mailbox alone: password and mailbox are one proof.
   */
  MAILBOX_ALONE("mailbox-alone");

  private final String code;

  PasswordResetRule(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}

package org.sparekey.domain.challenge;

/** What an issued code is for; a code for one purpose is worthless for another (attacks row 24). */
public enum CodePurpose {
  /** A proof in a recovery. */
  RECOVERY("recovery"),
  /** Confirms a new contact point. */
  CONTACT_CONFIRMATION("contact-confirmation"),
  /** First half of a password reset; the other half is a factor. */
  PASSWORD_RESET("password-reset"),
  /** Shows in a drill that a mailbox is read; opens nothing. */
  DRILL("drill");

  private final String code;

  CodePurpose(String code) {
    this.code = code;
  }

  /** The stable code, for storage, audit and message keys. */
  public String code() {
    return code;
  }
}

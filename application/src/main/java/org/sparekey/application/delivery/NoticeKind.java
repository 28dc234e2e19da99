package org.sparekey.application.delivery;

/** What an owner is told about; {@link #code()} is the message key's part and the outbox's kind. */
public enum NoticeKind {
  NEW_BROWSER("new-browser"),
  FACTOR_BOUND("factor-bound"),
  FACTOR_REMOVED("factor-removed"),
  CONTACT_ADDED("contact-added"),
  CONTACT_CONFIRMED("contact-confirmed"),
  CONTACT_REMOVED("contact-removed"),
  PASSWORD_CHANGED("password-changed"),
  PASSWORD_RESET("password-reset");

  private final String code;

  NoticeKind(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}

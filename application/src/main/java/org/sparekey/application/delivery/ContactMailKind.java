package org.sparekey.application.delivery;

/** What recovery contacts are written about; {@link #code()} is the message key's part. */
public enum ContactMailKind {
  /** Somebody named them; with a link to answer. */
  INVITATION("invitation"),
  /** Somebody asks for their help; with a link to answer. */
  ASKED("asked"),
  /** One more person said yes to the same owner (attacks row 30). */
  OTHER_ADDED("other-added"),
  /** One fewer. */
  OTHER_GONE("other-gone"),
  /** The owner took them off the list. */
  REMOVED("removed");

  private final String code;

  ContactMailKind(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}

package org.sparekey.domain.policy;

/**
 * What an attacker must hold to give an evidence.
 *
 * @param detail which one: the contact point's id for a mailbox, "" where the account has one only
 */
public record Channel(Kind kind, String detail) {

  /** The kinds; {@link #code()} is stored. */
  public enum Kind {
    MAILBOX("mailbox"),
    MEMORY("memory"),
    PAPER("paper");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }

  /** What the owner remembers. */
  public static Channel memory() {
    return new Channel(Kind.MEMORY, "");
  }

  /** Where the owner keeps the sheet with the recovery codes. */
  public static Channel paper() {
    return new Channel(Kind.PAPER, "");
  }

  /** The mailbox behind a contact point. */
  public static Channel mailbox(String contactPoint) {
    return new Channel(Kind.MAILBOX, contactPoint);
  }
}

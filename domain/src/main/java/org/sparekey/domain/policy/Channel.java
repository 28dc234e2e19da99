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
    MEMORY("memory");

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

  /** The mailbox behind a contact point. */
  public static Channel mailbox(String contactPoint) {
    return new Channel(Kind.MAILBOX, contactPoint);
  }
}

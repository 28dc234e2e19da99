package org.sparekey.domain.policy;

/**
 * What an attacker must hold to give an evidence.
 *
 * @param detail which one: the contact point's id for a mailbox or a number, the name of a device,
 *     the id of a browser or a recovery contact, a running number for people of the staff; "" where
 *     the account has one only
 */
public record Channel(Kind kind, String detail) {

  /** The kinds; {@link #code()} is stored. */
  public enum Kind {
    /** Who reads the mails. */
    MAILBOX("mailbox"),
    /** Who is reached by a telephone number: its owner, or who had it ported (attacks row 4). */
    NUMBER("number"),
    /** Who holds a device and can use it: a phone, a security key. */
    DEVICE("device"),
    /** Who holds a browser profile that signed in before. */
    BROWSER("browser"),
    /** What the owner remembers. */
    MEMORY("memory"),
    /** Where the owner keeps the sheet with the recovery codes. */
    PAPER("paper"),
    /** A recovery contact. */
    PERSON("person"),
    /** Somebody of the organisation's staff who approves. */
    STAFF("staff");

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

  /** The telephone number of a factor. */
  public static Channel number(String number) {
    return new Channel(Kind.NUMBER, number);
  }

  /** The device that the owner named so. */
  public static Channel device(String name) {
    return new Channel(Kind.DEVICE, name);
  }

  /** A browser that signed in before. */
  public static Channel browser(String id) {
    return new Channel(Kind.BROWSER, id);
  }

  /** A recovery contact. */
  public static Channel person(String contact) {
    return new Channel(Kind.PERSON, contact);
  }

  /** One of the staff who approve, counted from 1. */
  public static Channel staff(int number) {
    return new Channel(Kind.STAFF, Integer.toString(number));
  }
}

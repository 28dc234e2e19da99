package org.sparekey.domain.recoverycontact;

import java.util.Optional;

/**
 * What one person calls another, or wants to be called by: 1 to 60 characters, stripped, no control
 * characters.
 */
public record PersonName(String value) {

  /** The longest name, in characters. */
  public static final int LONGEST = 60;

  /** Empty when the text is blank, too long, or holds control characters. */
  public static Optional<PersonName> parse(String typed) {
    String text = typed.strip();
    boolean fits = !text.isEmpty() && text.length() <= LONGEST;
    return fits && text.chars().noneMatch(Character::isISOControl)
        ? Optional.of(new PersonName(text))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.sparekey.domain.recoverycode;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sparekey.domain.shared.Secret;

/**
 * A saved recovery code as its owner reads it: 80 random bits (NIST SP 800-63B-4 §4.2.1.1 asks for
 * 64) in 16 characters of Crockford's base 32, and his check symbol, the number modulo 37. One
 * wrong character or two that changed places are found before the code is looked up, and so never
 * cost an attempt.
 */
public final class RecoveryCode {

  /** Random bytes in a code. */
  public static final int BYTES = 10;

  /** Values that a check symbol can have; the first 32 are the characters of a code. */
  public static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

  private static final int LENGTH = 16;
  private static final int GROUP = 4;
  private static final int BITS_OF_CHARACTER = 5;
  private static final int RADIX = 32;
  private static final int LONGEST_TYPED = 100;
  private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Pd}\\p{Cf}]+");
  private static final Pattern CHARACTERS = Pattern.compile("[0-9A-HJKMNP-TV-Z]{" + LENGTH + "}");

  private final String characters;

  private RecoveryCode(String characters) {
    this.characters = characters;
  }

  /**
   * The code with these bits.
   *
   * @param bits {@value #BYTES} random bytes
   */
  public static RecoveryCode of(Secret bits) {
    if (bits.length() != BYTES) {
      throw new IllegalArgumentException("a code of " + bits.length() + " bytes");
    }
    BigInteger number = new BigInteger(1, bits.reveal());
    StringBuilder text = new StringBuilder();
    for (int i = LENGTH - 1; i >= 0; i--) {
      int value = number.shiftRight(i * BITS_OF_CHARACTER).intValue() & (RADIX - 1);
      text.append(SYMBOLS.charAt(value));
    }
    return new RecoveryCode(text.toString());
  }

  /**
   * Reads what a person typed or pasted: small letters, blanks and any kind of hyphen do not
   * matter, and O is read as 0, I and L as 1. Empty when it cannot be a code, or its check symbol
   * says that it was mistyped.
   */
  public static Optional<RecoveryCode> parse(Secret typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    String text =
        IGNORED
            .matcher(typed.revealText())
            .replaceAll("")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    if (text.length() != LENGTH + 1) {
      return Optional.empty();
    }
    String characters = text.substring(0, LENGTH);
    return CHARACTERS.matcher(characters).matches() && symbolOf(characters) == text.charAt(LENGTH)
        ? Optional.of(new RecoveryCode(characters))
        : Optional.empty();
  }

  /** The 16 characters without the check symbol: what is hashed. */
  public Secret secret() {
    return Secret.ofText(characters);
  }

  /** The check symbol. */
  public char symbol() {
    return symbolOf(characters);
  }

  /** As it is printed: four groups of four characters and the check symbol, parted by hyphens. */
  public Secret printed() {
    StringBuilder text = new StringBuilder();
    for (int from = 0; from < LENGTH; from += GROUP) {
      text.append(characters, from, from + GROUP).append('-');
    }
    return Secret.ofText(text.append(symbol()).toString());
  }

  private static char symbolOf(String characters) {
    int remainder = 0;
    for (int i = 0; i < characters.length(); i++) {
      remainder = (remainder * RADIX + SYMBOLS.indexOf(characters.charAt(i))) % SYMBOLS.length();
    }
    return SYMBOLS.charAt(remainder);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecoveryCode code && secret().equals(code.secret());
  }

  @Override
  public int hashCode() {
    return RecoveryCode.class.hashCode();
  }

  @Override
  public String toString() {
    return "RecoveryCode[redacted]";
  }
}

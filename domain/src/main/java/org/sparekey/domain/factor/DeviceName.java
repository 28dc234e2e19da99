package org.sparekey.domain.factor;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What the owner calls a device, "Pixel 8": 1 to 60 characters, stripped, no control characters.
 */
public record DeviceName(String value) {

  /** The longest name, in characters. */
  public static final int LONGEST = 60;

  /** Empty when the text is blank, too long, or holds control characters. */
  public static Optional<DeviceName> parse(String typed) {
    String text = typed.strip();
    boolean fits = !text.isEmpty() && text.length() <= LONGEST;
    return fits && text.chars().noneMatch(Character::isISOControl)
        ? Optional.of(new DeviceName(text))
        : Optional.empty();
  }

  /** Whether both name one device: case and width of the letters do not matter. */
  public boolean sameDevice(DeviceName other) {
    return folded().equals(other.folded());
  }

  /** What all spellings of one device have in common. */
  public String folded() {
    return Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}

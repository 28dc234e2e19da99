package org.sparekey.domain.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name by which an account signs in, in its canonical form: NFKC, lower case, 1 to 254
 * characters, without blanks and control characters. A mail address is a usual choice.
 */
public record SignInName(String value) {

  private static final int LONGEST = 254;
  private static final Pattern FORBIDDEN = Pattern.compile("[\\s\\p{Cntrl}]");

  /** Empty when the text can be nobody's name. */
  public static Optional<SignInName> parse(String typed) {
    if (typed.length() > 4 * LONGEST) {
      return Optional.empty();
    }
    String text =
        Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return text.isEmpty() || text.length() > LONGEST || FORBIDDEN.matcher(text).find()
        ? Optional.empty()
        : Optional.of(new SignInName(text));
  }

  /** What follows the first {@code @}, as in a mail address; empty without one. */
  public String domain() {
    int at = value.indexOf('@');
    return at < 0 ? "" : value.substring(at + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.sparekey.domain.account;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number in E.164 form.
 *
 * @param value a plus sign and 7 to 15 digits
 */
public record PhoneNumber(String value) {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final int PREFIX = 7;
  private static final int ENDING = 3;

  /** Refuses whatever is not in that form. */
  public PhoneNumber {
    if (!E164.matcher(value).matches()) {
      throw new IllegalArgumentException("not a number in E.164 form");
    }
  }

  /** Empty when the text is not in that form. */
  public static Optional<PhoneNumber> parse(String text) {
    return E164.matcher(text).matches() ? Optional.of(new PhoneNumber(text)) : Optional.empty();
  }

  /**
   * Country and the first digits within it, six in all: numbers that fraudsters rent by the
   * thousand share them, and telephony is budgeted by them (attacks row 27).
   */
  public String prefix() {
    return value.substring(0, PREFIX);
  }

  /** The last three digits: enough for the owner to tell the own numbers apart, and no more. */
  public String ending() {
    return value.substring(value.length() - ENDING);
  }

  @Override
  public String toString() {
    return "…" + ending();
  }
}

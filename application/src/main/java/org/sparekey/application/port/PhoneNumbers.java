package org.sparekey.application.port;

import java.util.Locale;
import java.util.Optional;

/** Phone numbers, by a library. */
public interface PhoneNumbers {

  /**
   * The E.164 form of a valid number; a number without a country prefix is read in {@code region}.
   */
  Optional<String> canonical(String typed, Locale region);
}

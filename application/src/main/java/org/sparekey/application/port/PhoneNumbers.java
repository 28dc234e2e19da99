package org.sparekey.application.port;

import java.util.Locale;
import java.util.Optional;
import org.sparekey.domain.account.PhoneNumber;

/** Phone numbers, by a library. */
public interface PhoneNumbers {

  /**
   * The E.164 form of a valid number; a number without a country prefix is read in {@code region}.
   */
  Optional<String> canonical(String typed, Locale region);

  /** What stands behind a number; empty when the numbering plan does not know it. */
  Optional<PhoneLine> line(PhoneNumber number);
}

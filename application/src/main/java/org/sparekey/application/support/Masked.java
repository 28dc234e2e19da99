package org.sparekey.application.support;

import org.sparekey.domain.account.ContactPoint;

/** Contact points as staff see them: enough to tell two apart, not enough to write to. */
final class Masked {

  private static final String DOTS = "•••";

  private Masked() {}

  /** {@code j•••@e•••.org}, {@code +49•••42}. */
  static String of(ContactPoint contactPoint) {
    return switch (contactPoint.kind()) {
      case EMAIL -> address(contactPoint.value());
      case PHONE -> number(contactPoint.value());
    };
  }

  private static String address(String value) {
    int at = value.lastIndexOf('@');
    if (at < 0) {
      return DOTS;
    }
    String domain = value.substring(at + 1);
    int dot = domain.lastIndexOf('.');
    return first(value.substring(0, at))
        + DOTS
        + "@"
        + first(domain)
        + DOTS
        + (dot < 0 ? "" : domain.substring(dot));
  }

  private static String number(String value) {
    return value.length() < 8
        ? DOTS
        : value.substring(0, 3) + DOTS + value.substring(value.length() - 2);
  }

  private static String first(String text) {
    return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
  }
}

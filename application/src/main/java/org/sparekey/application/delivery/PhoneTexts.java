package org.sparekey.application.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.sparekey.application.port.SpokenCode;

/**
 * The words of texts and calls: the code, what it is for, the site, and what to do if it was not
 * you. A text fits into two segments in every language.
 */
final class PhoneTexts {

  private static final String BUNDLE = "org.sparekey.application.delivery.PhoneTexts";
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N} -]+");
  private static final int LONGEST_SITE = 20;

  private PhoneTexts() {}

  /** What is sent. */
  static String text(Locale language, String purpose, String site, String code) {
    return text(language, "text." + purpose, words(site, code));
  }

  /** What is said. */
  static SpokenCode call(Locale language, String purpose, String site, String code) {
    Map<String, String> words = words(site, code);
    return new SpokenCode(
        text(language, "call." + purpose, words),
        code,
        text(language, "call.again", words),
        text(language, "call.closing", words));
  }

  private static Map<String, String> words(String site, String code) {
    String plain = UNSAFE.matcher(site).replaceAll(" ").strip();
    return Map.of(
        "site",
        plain.length() <= LONGEST_SITE ? plain : plain.substring(0, LONGEST_SITE).strip(),
        "code",
        code);
  }

  private static String text(Locale language, String key, Map<String, String> words) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE, language, PhoneTexts.class.getClassLoader(), NoticeTexts.NO_FALLBACK);
    return NoticeTexts.filled(bundle.getString(key), words);
  }
}

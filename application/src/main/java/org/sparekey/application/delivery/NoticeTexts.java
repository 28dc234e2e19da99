package org.sparekey.application.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of mails, by key and language; English where a language is missing. */
final class NoticeTexts {

  private static final String BUNDLE = "org.sparekey.application.delivery.Notices";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");

  /** The server's own language has no part in what people read. */
  static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private NoticeTexts() {}

  /** The text with its placeholders filled. */
  static String text(Locale language, String key, Map<String, String> words) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(BUNDLE, language, NoticeTexts.class.getClassLoader(), NO_FALLBACK);
    return filled(bundle.getString(key), words);
  }

  /** Fills in one pass: what a value holds is never read as a placeholder. */
  static String filled(String text, Map<String, String> words) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(words.getOrDefault(found.group(1), found.group())));
  }
}

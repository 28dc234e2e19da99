package org.sparekey.web.user.kit;

import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of the portal, and the functions of the tag library that fill them in. */
public final class Texts {

  private static final String BUNDLE = "org.sparekey.web.user.Messages";

  private Texts() {}

  /** The portal's bundle in a language; what the language lacks is said in English. */
  public static ResourceBundle in(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale,
        Texts.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The pattern with its place filled in, in the page's language. */
  public static String format(String pattern, Object first) {
    return filled(pattern, first);
  }

  /** The pattern with its two places filled in. */
  public static String format(String pattern, Object first, Object second) {
    return filled(pattern, first, second);
  }

  /** The pattern with its three places filled in; Facelets knows no functions with varargs. */
  public static String format(String pattern, Object first, Object second, Object third) {
    return filled(pattern, first, second, third);
  }

  private static String filled(String pattern, Object... values) {
    return new MessageFormat(pattern, locale()).format(values);
  }

  /** Words in one phrase: "this, that and the other". */
  public static String listed(List<String> words, ResourceBundle texts) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last))
            + " "
            + texts.getString("way.and")
            + " "
            + words.get(last);
  }

  /** A moment in UTC, in the page's language. */
  public static String moment(Instant moment) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale())
            .withZone(ZoneOffset.UTC)
            .format(moment)
        + " UTC";
  }

  /** The time from now to then in its two biggest units, rounded up to a minute. */
  public static String left(Instant now, Instant then) {
    return left(Duration.between(now, then), locale());
  }

  static String left(Duration duration, Locale locale) {
    long minutes = Math.max(0, duration.plusSeconds(59).toMinutes());
    ResourceBundle texts = in(locale);
    List<String> words = new ArrayList<>();
    if (minutes >= 24 * 60) {
      words.add(count(texts, "time.days", minutes / (24 * 60), locale));
    }
    if (minutes / 60 % 24 > 0) {
      words.add(count(texts, "time.hours", minutes / 60 % 24, locale));
    }
    if (words.size() < 2 && minutes < 24 * 60 && (minutes % 60 > 0 || words.isEmpty())) {
      words.add(count(texts, "time.minutes", minutes % 60, locale));
    }
    return String.join(", ", words);
  }

  private static String count(ResourceBundle texts, String key, long number, Locale locale) {
    return new MessageFormat(texts.getString(key), locale).format(new Object[] {number});
  }

  /** The parts of a text that are separated by vertical bars. */
  public static List<String> parts(String text) {
    return List.of(text.split("\\|", -1));
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }
}

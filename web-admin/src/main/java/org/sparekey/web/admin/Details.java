package org.sparekey.web.admin;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The further words of an entry in one language. Use cases write stable codes, alone ("timeline"),
 * with a number ("rows=3", "codes:2", "sessions 2") or with a value ("outcome=refused"); what has
 * no words yet stands for itself.
 */
final class Details {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern NAMED = Pattern.compile("([a-z-]+)[=:](\\S+)");
  private static final List<String> GROUPS =
      List.of(
          "factor.",
          "evidence.",
          "risk.",
          "loss.",
          "veto.",
          "reason.",
          "state.",
          "detail.",
          "contact.",
          "outcome.",
          "code.");

  private final ResourceBundle texts;
  private final Locale locale;

  Details(ResourceBundle texts, Locale locale) {
    this.texts = texts;
    this.locale = locale;
  }

  /** All words of a detail, with commas between them. */
  String of(String detail) {
    List<String> said = new ArrayList<>();
    Iterator<String> words = List.of(detail.strip().split("[ ,]+")).iterator();
    String word = words.next();
    while (!word.isEmpty()) {
      String next = words.hasNext() ? words.next() : "";
      boolean counted = NUMBER.matcher(next).matches();
      said.add(counted ? count(word, next, word + " " + next) : one(word));
      word = !counted ? next : words.hasNext() ? words.next() : "";
    }
    return String.join(", ", said);
  }

  /** A code alone, in words. */
  String known(String word) {
    return GROUPS.stream()
        .map(group -> group + word)
        .filter(texts::containsKey)
        .findFirst()
        .map(texts::getString)
        .orElse(word);
  }

  private String one(String word) {
    Matcher named = NAMED.matcher(word);
    if (!named.matches()) {
      return known(word);
    }
    return NUMBER.matcher(named.group(2)).matches()
        ? count(named.group(1), named.group(2), word)
        : filled("given." + named.group(1), known(named.group(2)), word);
  }

  private String count(String word, String number, String plain) {
    return filled("count." + word, Integer.valueOf(number), plain);
  }

  private String filled(String key, Object value, String plain) {
    return texts.containsKey(key)
        ? new MessageFormat(texts.getString(key), locale).format(new Object[] {value})
        : plain;
  }
}

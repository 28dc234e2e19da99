package org.sparekey.web.user.dev;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a mail's text.
 *
 * @param kind what it is shown as
 */
public record MailPart(Kind kind, String text) {

  /** The kinds. */
  public enum Kind {
    TEXT,
    LINK,
    CODE
  }

  private static final Pattern SPECIAL =
      Pattern.compile(
          "(?<link>https?://[^\\s\\p{Cntrl}]+[\\w/=-])|(?m:^ *(?<code>\\d{4} \\d{4})$)");

  /** The text in pieces: addresses become links, a line with a code stands out. */
  static List<MailPart> of(String text) {
    List<MailPart> parts = new ArrayList<>();
    Matcher special = SPECIAL.matcher(text);
    int from = 0;
    while (special.find()) {
      if (special.start() > from) {
        parts.add(new MailPart(Kind.TEXT, text.substring(from, special.start())));
      }
      parts.add(
          special.group("code") == null
              ? new MailPart(Kind.LINK, special.group())
              : new MailPart(Kind.CODE, special.group("code")));
      from = special.end();
    }
    if (from < text.length()) {
      parts.add(new MailPart(Kind.TEXT, text.substring(from)));
    }
    return parts;
  }

  /** Whether it is shown as a link. */
  public boolean link() {
    return kind == Kind.LINK;
  }

  /** Whether it is a code to be typed. */
  public boolean code() {
    return kind == Kind.CODE;
  }
}

package org.sparekey.web.user.dev;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sparekey.application.delivery.HandsetRing;

/**
 * A text or call as the handset shows it.
 *
 * @param parts the text in pieces: a code stands out
 * @param spelt the digits of a call with pauses between them
 */
public record ShownRing(HandsetRing ring, List<MailPart> parts, String spelt) {

  private static final Pattern CODE = Pattern.compile("\\b\\d{6,8}\\b");

  /** Copies the parts. */
  public ShownRing {
    parts = List.copyOf(parts);
  }

  static ShownRing of(HandsetRing ring) {
    return new ShownRing(
        ring,
        parts(ring.text()),
        ring.digits().chars().mapToObj(Character::toString).collect(Collectors.joining(" – ")));
  }

  private static List<MailPart> parts(String text) {
    List<MailPart> parts = new ArrayList<>();
    Matcher code = CODE.matcher(text);
    int from = 0;
    while (code.find()) {
      if (code.start() > from) {
        parts.add(new MailPart(MailPart.Kind.TEXT, text.substring(from, code.start())));
      }
      parts.add(new MailPart(MailPart.Kind.CODE, code.group()));
      from = code.end();
    }
    if (from < text.length()) {
      parts.add(new MailPart(MailPart.Kind.TEXT, text.substring(from)));
    }
    return parts;
  }
}

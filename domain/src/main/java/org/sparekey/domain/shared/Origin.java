package org.sparekey.domain.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a request came from. Personal data: it is stored only where it can be erased.
 *
 * @param sourceAddress the client's IP address in text form, at most 45 characters
 * @param userAgent the browser's description of itself, cut to 256 characters, control characters
 *     removed
 * @param browser the known browser that sent it, when its token was right
 */
public record Origin(String sourceAddress, String userAgent, Optional<BrowserId> browser) {

  private static final int LONGEST_ADDRESS = 45;
  private static final int LONGEST_AGENT = 256;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** Cuts and cleans what came from the network (ASVS 16.4.1, log injection). */
  public Origin {
    sourceAddress = clean(sourceAddress, LONGEST_ADDRESS);
    userAgent = clean(userAgent, LONGEST_AGENT);
  }

  /** For what the product does by itself. */
  public static Origin internal() {
    return new Origin("internal", "", Optional.empty());
  }

  private static String clean(String text, int longest) {
    String printable = CONTROL.matcher(text).replaceAll(" ");
    return printable.length() <= longest ? printable : printable.substring(0, longest);
  }
}

package org.sparekey.application.authenticator;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sparekey.application.port.SiteSettings;

/**
 * The text that a phone signs: a line for each thing that it means, the first of which says what
 * kind of text it is, so that a signature for one act is worthless for any other, and on any other
 * site (attacks row 24). The server makes the text anew from what it knows.
 */
final class DeviceStatement {

  private static final String FORM = "sparekey-authenticator-1";

  private DeviceStatement() {}

  /**
   * The text for an act.
   *
   * @param parts in the order of the act; one with a line break makes a text that nobody signs
   */
  static String of(String act, SiteSettings site, String... parts) {
    List<String> lines = new ArrayList<>(List.of(FORM, act, origin(site.baseUrl())));
    for (String part : parts) {
      lines.add(part.indexOf('\n') < 0 ? part : "?");
    }
    return String.join("\n", lines);
  }

  /** As a browser writes it (WHATWG HTML, serialization of an origin). */
  private static String origin(URI url) {
    String scheme = url.getScheme();
    boolean usual = url.getPort() == -1 || url.getPort() == ("https".equals(scheme) ? 443 : 80);
    return scheme
        + "://"
        + url.getHost().toLowerCase(Locale.ROOT)
        + (usual ? "" : ":" + url.getPort());
  }
}

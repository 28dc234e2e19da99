package org.sparekey.web.user.kit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.sparekey.application.SiteView;

/**
 * Which Host and Origin headers are this site's. It is the configured base URL alone; only the
 * developer profile, which listens on loopback, also answers to the loopback names, on any port.
 */
final class OwnOrigin {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final String scheme;
  private final String authority;
  private final boolean developer;

  OwnOrigin(SiteView site) {
    URI base = site.baseUrl();
    this.scheme = base.getScheme();
    this.authority = withoutDefaultPort(scheme, base.getRawAuthority());
    this.developer = site.developer();
  }

  /** Whether a Host header names this site (attack: poisoned links, DNS rebinding). */
  boolean isOurHost(String host) {
    return withoutDefaultPort(scheme, host).equals(authority)
        || (developer && LOOPBACK.contains(nameOf(host)));
  }

  /** Whether an Origin header, sent along with that Host header, is this site's. */
  boolean isOurOrigin(String origin, String host) {
    try {
      URI from = new URI(origin);
      String sender = from.getRawAuthority();
      if (sender == null || !scheme.equals(from.getScheme())) {
        return false;
      }
      return withoutDefaultPort(scheme, sender).equals(authority)
          || (developer && LOOPBACK.contains(nameOf(sender)) && sender.equals(host));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String nameOf(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
  }

  private static String withoutDefaultPort(String scheme, String authority) {
    String usual = scheme.equals("https") ? ":443" : ":80";
    String small = authority.toLowerCase(Locale.ROOT);
    return small.endsWith(usual) ? small.substring(0, small.length() - usual.length()) : small;
  }
}

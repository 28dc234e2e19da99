package org.sparekey.application.adapter.push;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses may be sent to. An address comes from a phone, and this server must not knock
 * where a phone likes: not at its own neighbours, nor at anybody but the makers of browsers.
 */
final class PushEndpoints {

  private static final int LONGEST = 1000;
  private static final int HTTPS = 443;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final List<String> hosts;
  private final boolean loopback;

  /**
   * The allowed ones.
   *
   * @param hosts names in lower case, some with {@code *.} before them
   * @param loopback whether this machine is allowed too, also without TLS
   */
  PushEndpoints(List<String> hosts, boolean loopback) {
    this.hosts = List.copyOf(hosts);
    this.loopback = loopback;
  }

  boolean allows(URI endpoint) {
    String host = Optional.ofNullable(endpoint.getHost()).orElse("").toLowerCase(Locale.ROOT);
    if (endpoint.toString().length() > LONGEST
        || host.isEmpty()
        || endpoint.getRawUserInfo() != null
        || endpoint.getRawFragment() != null) {
      return false;
    }
    if (loopback && LOOPBACK.contains(host)) {
      return Set.of("http", "https").contains(endpoint.getScheme());
    }
    return "https".equals(endpoint.getScheme())
        && (endpoint.getPort() == -1 || endpoint.getPort() == HTTPS)
        && hosts.stream().anyMatch(allowed -> matches(allowed, host));
  }

  private static boolean matches(String allowed, String host) {
    return allowed.startsWith("*.")
        ? host.endsWith(allowed.substring(1)) && host.length() >= allowed.length()
        : host.equals(allowed);
  }
}

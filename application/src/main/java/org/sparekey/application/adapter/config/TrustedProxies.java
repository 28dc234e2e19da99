package org.sparekey.application.adapter.config;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The reverse proxies in front of this site. What they say of where a request came from is
 * believed; whatever a client wrote itself is not.
 *
 * @param networks single addresses or whole networks
 */
public record TrustedProxies(List<IPAddress> networks) {

  /** Nobody is believed. */
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  /** Full addresses, with a prefix length where it is a network; no wildcards, ranges, names. */
  private static final IPAddressStringParameters PLAIN =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowWildcardedSeparator(false)
          .allowSingleSegment(false)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .getParentBuilder()
          .toParams();

  /** Copies the networks. */
  public TrustedProxies {
    networks = List.copyOf(networks);
  }

  /**
   * Reads a list.
   *
   * @param text addresses or networks, with commas between; "" for none
   * @throws AddressStringException when one of them is neither
   */
  static TrustedProxies of(String text) throws AddressStringException {
    List<IPAddress> networks = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      if (!each.isBlank()) {
        networks.add(new IPAddressString(each.strip(), PLAIN).toAddress().toPrefixBlock());
      }
    }
    return new TrustedProxies(networks);
  }

  /**
   * The nearest address in the chain that is none of the proxies.
   *
   * @param peer the other end of the connection
   * @param forwardedFor the values of {@code X-Forwarded-For}, in the order of the request
   */
  public String client(String peer, List<String> forwardedFor) {
    String nearest = peer;
    List<String> chain = new ArrayList<>();
    forwardedFor.forEach(value -> chain.addAll(List.of(value.split(",", -1))));
    Collections.reverse(chain);
    for (String hop : chain) {
      Optional<IPAddress> address = address(hop.strip());
      if (!trusted(nearest) || address.isEmpty()) {
        return nearest;
      }
      nearest = address.get().toNormalizedString();
    }
    return nearest;
  }

  private boolean trusted(String text) {
    Optional<IPAddress> address = address(text);
    return address.isPresent()
        && networks.stream().anyMatch(network -> network.contains(address.get()));
  }

  private static Optional<IPAddress> address(String text) {
    return Optional.ofNullable(new IPAddressString(text, PLAIN).getAddress())
        .filter(address -> !address.isMultiple());
  }
}

package org.sparekey.application;

import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.SeenSources;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Recognises the network that a request came from: the first 24 bits of an IPv4 address, 48 of an
 * IPv6 address, which is what one customer of a provider gets. Loopback is no network: whoever is
 * on the machine itself comes from nowhere. What is no address is one network that nobody knows.
 */
@Step
public class SourceNetworks {

  /** So long a network is remembered after a sign-in. */
  public static final Duration REMEMBERED = Duration.ofDays(180);

  private static final String NO_ADDRESS = "no-address";
  private static final int IPV4_BYTES = 3;
  private static final int IPV6_BYTES = 6;
  private static final int IPV4_LENGTH = 4;

  private final SeenSources seen;
  private final Macs macs;

  @Inject
  public SourceNetworks(SeenSources seen, Macs macs) {
    this.seen = seen;
    this.macs = macs;
  }

  /** Somebody signed in; from what is no address, nothing is remembered. */
  public void signedIn(AccountId account, Origin origin, Instant now) {
    if (network(origin.sourceAddress()).filter(NO_ADDRESS::equals).isPresent()) {
      return;
    }
    hash(origin).ifPresent(network -> seen.noteSignIn(account, network, now));
  }

  /**
   * Whether sign-ins before {@code now} are remembered, and none of them came from there. Where
   * none is, nothing can be said.
   */
  public boolean isNew(AccountId account, Origin origin, Instant now) {
    Set<String> known = seen.networks(account, now.minus(REMEMBERED));
    return !known.isEmpty() && hash(origin).filter(network -> !known.contains(network)).isPresent();
  }

  /** A recovery was asked for, of an account or of a name that has none. */
  public void askedRecovery(String subject, Origin origin, Instant now) {
    hash(origin).ifPresent(source -> seen.noteRecovery(source, subject, now));
  }

  /** Of how many subjects a recovery was asked for from there. */
  public int recoveries(Origin origin, Instant since) {
    return hash(origin).map(source -> seen.subjects(source, since)).orElse(0);
  }

  /** What stands for the network in a counter; empty for the machine itself. */
  public String lane(Origin origin) {
    return hash(origin).orElse("");
  }

  private Optional<String> hash(Origin origin) {
    return network(origin.sourceAddress())
        .map(network -> macs.mac("source-network", Secret.ofText(network)));
  }

  /** Empty for loopback. */
  private static Optional<String> network(String address) {
    try {
      InetAddress parsed = InetAddress.getByName(literal(address));
      byte[] bytes = parsed.getAddress();
      int prefix = bytes.length == IPV4_LENGTH ? IPV4_BYTES : IPV6_BYTES;
      return parsed.isLoopbackAddress()
          ? Optional.empty()
          : Optional.of(HexFormat.of().formatHex(Arrays.copyOf(bytes, prefix)));
    } catch (UnknownHostException e) {
      return Optional.of(NO_ADDRESS);
    }
  }

  /** Nothing is looked up by name: brackets make it a literal. */
  private static String literal(String address) throws UnknownHostException {
    if (address.indexOf(':') >= 0) {
      return "[" + address + "]";
    }
    if (!address.matches("[0-9.]+")) {
      throw new UnknownHostException("no address");
    }
    return address;
  }
}

package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.sparekey.application.Step;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.port.RateLimits;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.shared.Origin;

/**
 * Budgets for wrong proofs, by source and for the whole system (attacks row 14). Only a wrong proof
 * spends (ADR 5).
 */
@Step
public class ProofBudget {

  private static final String EVERYBODY = "all";
  private static final int NETWORK_BYTES = 8;

  private final RateLimits limits;

  @Inject
  public ProofBudget(RateLimits limits) {
    this.limits = limits;
  }

  /**
   * The same for an attempt that belongs to a lane. A known browser of the account goes on when its
   * source, or everybody, has spent all: otherwise who fails often enough would keep all owners out
   * (attacks row 15). Its own counter bounds it.
   */
  public boolean exhausted(Origin origin, String lane) {
    return !ThrottleKey.ofKnownBrowser(lane) && exhausted(origin);
  }

  /** Whether nothing is left for this source, or for anybody. */
  public boolean exhausted(Origin origin) {
    return limits.exhausted(RateLimit.FAILED_PROOFS_BY_SOURCE, source(origin))
        || limits.exhausted(RateLimit.FAILED_PROOFS, EVERYBODY);
  }

  /** A proof from there was wrong. */
  public void failed(Origin origin) {
    limits.trySpend(RateLimit.FAILED_PROOFS_BY_SOURCE, source(origin));
    limits.trySpend(RateLimit.FAILED_PROOFS, EVERYBODY);
  }

  /** Whether one more request that sends mail may come from there. */
  public boolean mayRequest(Origin origin) {
    return limits.trySpend(RateLimit.REQUESTS_BY_SOURCE, source(origin));
  }

  /** The address; for IPv6 the network, for a customer has 2^64 addresses in it. */
  static String source(Origin origin) {
    String address = origin.sourceAddress();
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length <= NETWORK_BYTES
          ? address
          : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64";
    } catch (UnknownHostException e) {
      return address;
    }
  }
}

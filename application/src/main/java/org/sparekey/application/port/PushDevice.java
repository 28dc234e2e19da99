package org.sparekey.application.port;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.FactorId;

/**
 * The phone behind a push factor.
 *
 * @param claim the phone that gave the binding code; empty while none has
 * @param address where it hears pushes, if it does
 */
public record PushDevice(FactorId factor, Optional<Claim> claim, Optional<PushAddress> address) {

  /**
   * What a phone said when it gave the code.
   *
   * @param publicKey its key on P-256, 65 bytes in base64url; the private half never leaves it
   * @param userAgent what its browser calls itself, at most 256 characters
   * @param sourceAddress where it was, at most 45 characters
   */
  public record Claim(String publicKey, String userAgent, String sourceAddress, Instant at) {}
}

package org.sparekey.application.port;

import java.time.Instant;
import java.util.OptionalLong;
import org.sparekey.domain.shared.Secret;

/** RFC 6238, by a library: SHA-1, 6 digits, 30 s, as every app understands. */
public interface Totp {

  /** A new seed of 160 bits (RFC 4226 §4). */
  Secret newSeed();

  /** The time step, of the current one and its two neighbours, whose code this is. */
  OptionalLong step(Secret seed, String code, Instant now);

  /** The {@code otpauth://totp/} address for a QR code. */
  String keyUri(String site, String account, Secret seed);

  /** The seed in base 32, in groups of four. */
  String keyText(Secret seed);
}

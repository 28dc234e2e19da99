package org.sparekey.application.port;

import org.sparekey.domain.shared.Secret;

/** Keyed and plain hashes. */
public interface Macs {

  /**
   * HMAC-SHA-256 under the pepper over the purpose and the parts, none of which can run into the
   * next; lower-case hex.
   */
  String mac(String purpose, Secret secret, String... parts);

  /** SHA-256 of a token with at least 128 random bits; lower-case hex. */
  String fingerprint(Secret token);
}

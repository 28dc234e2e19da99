package org.sparekey.application.port;

import java.security.KeyPair;
import java.util.Optional;

/**
 * The key pairs on P-256 by which this site names itself to push services (RFC 8292). A browser's
 * address belongs to one of them.
 */
public interface VapidKeys {

  /** The number of the pair for browsers that subscribe now. */
  int newest();

  /** The pair with this number, if there is one. */
  Optional<KeyPair> pair(int number);
}

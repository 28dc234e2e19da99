package org.sparekey.application.port;

import org.sparekey.domain.shared.Secret;

/** The one source of randomness. */
public interface RandomSource {

  /** A URL-safe token of 256 bits, 43 characters. */
  Secret token();

  /** Uniform decimal digits. */
  Secret digits(int count);

  /** Uniform bytes. */
  Secret bytes(int count);
}

package org.sparekey.application.port;

import java.time.Instant;
import java.util.Optional;

/** Okta does not answer, has enough of us, or does not take our token; later it may. */
public final class OktaUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<Instant> retryAt;

  /**
   * Without a secret in it.
   *
   * @param retryAt when Okta will hear us again, if it says so
   */
  public OktaUnavailableException(String message, Optional<Instant> retryAt) {
    super(message);
    this.retryAt = retryAt;
  }

  public OktaUnavailableException(String message, Throwable cause) {
    super(message, cause);
    this.retryAt = Optional.empty();
  }

  /** When Okta will hear us again, if it says so. */
  public Optional<Instant> retryAt() {
    return retryAt;
  }
}

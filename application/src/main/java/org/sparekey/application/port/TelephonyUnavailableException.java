package org.sparekey.application.port;

/** No provider takes the message now; later one may. */
public final class TelephonyUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TelephonyUnavailableException(String message) {
    super(message);
  }

  public TelephonyUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

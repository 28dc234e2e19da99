package org.sparekey.application.port;

/** The mail server cannot take the message now; later it may. */
public final class MailUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MailUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

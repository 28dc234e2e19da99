package org.sparekey.application.adapter.crypto;

/** The key file is missing or wrong: nothing works without it, so nothing starts. */
public final class KeyFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public KeyFileException(String message) {
    super(message);
  }

  public KeyFileException(String message, Throwable cause) {
    super(message, cause);
  }
}

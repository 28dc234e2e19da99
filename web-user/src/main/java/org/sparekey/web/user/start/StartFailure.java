package org.sparekey.web.user.start;

/** The server did not come up; the message says why and what to do, in words for the console. */
public final class StartFailure extends Exception {

  private static final long serialVersionUID = 1L;

  public StartFailure(String message) {
    super(message);
  }

  public StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}

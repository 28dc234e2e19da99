package org.sparekey.application.port;

/** Sends one mail. */
public interface MailTransport {

  /**
   * Hands the mail over; false when the server refuses it for good (a 5xx answer).
   *
   * @throws MailUnavailableException when it cannot be handed over now
   */
  boolean send(OutboxMessage mail);
}

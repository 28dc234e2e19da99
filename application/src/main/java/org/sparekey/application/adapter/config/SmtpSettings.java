package org.sparekey.application.adapter.config;

import java.util.Optional;
import org.sparekey.domain.shared.Secret;

/**
 * The mail server.
 *
 * @param port 1 to 65535
 * @param login empty when the server asks for none
 * @param from the sender of all mails
 */
public record SmtpSettings(
    String host, int port, Security security, Optional<Login> login, String from) {

  /** How the connection is protected. */
  public enum Security {
    /** Plain text. */
    NONE,
    /** STARTTLS, required. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS
  }

  /** Who we are to the server. */
  public record Login(String user, Secret password) {}
}

package org.sparekey.web.user.dev;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sparekey.application.delivery.HandsetMail;

/**
 * A mail as the handset shows it.
 *
 * @param parts its text in pieces
 */
public record ShownMail(
    UUID id, String recipient, String subject, Instant receivedAt, List<MailPart> parts) {

  /** Copies the parts. */
  public ShownMail {
    parts = List.copyOf(parts);
  }

  static ShownMail of(HandsetMail mail) {
    return new ShownMail(
        mail.id(), mail.recipient(), mail.subject(), mail.receivedAt(), MailPart.of(mail.body()));
  }
}

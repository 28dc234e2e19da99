package org.sparekey.application.adapter.mail;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.Adapter;
import org.sparekey.application.adapter.config.Configuration;
import org.sparekey.application.port.Handset;
import org.sparekey.application.port.MailTransport;
import org.sparekey.application.port.OutboxMessage;

/**
 * The mail server where one is configured; else, and only in the developer profile, the virtual
 * handset. Without both the configuration is refused, and so is this.
 */
@Adapter
public class ChosenMailTransport implements MailTransport {

  private final MailTransport chosen;

  @Inject
  public ChosenMailTransport(Configuration configuration, Handset handset) {
    Optional<MailTransport> server = configuration.smtp().map(SmtpMailTransport::new);
    if (server.isEmpty() && !configuration.developer()) {
      throw new IllegalStateException("no mail server is configured");
    }
    chosen = server.orElseGet(() -> new HandsetMailTransport(handset));
  }

  @Override
  public boolean send(OutboxMessage mail) {
    return chosen.send(mail);
  }
}

package org.sparekey.application.delivery;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.Handset;
import org.sparekey.application.port.SiteSettings;

/** Reads the mails on the virtual handset; empty where there is none. */
@UseCase
public class ReadHandset {

  private static final int MOST_MAILS = 100;

  private final Handset handset;
  private final SiteSettings site;

  @Inject
  public ReadHandset(Handset handset, SiteSettings site) {
    this.handset = handset;
    this.site = site;
  }

  /** Mails, latest first, at most 100; from {@code after} on when it is given. */
  public List<HandsetMail> mails(Optional<UUID> after) {
    return site.developer()
        ? handset.mails(after, MOST_MAILS).stream()
            .map(
                mail ->
                    new HandsetMail(
                        mail.id(),
                        mail.recipient(),
                        mail.subject(),
                        mail.body(),
                        mail.receivedAt()))
            .toList()
        : List.of();
  }
}

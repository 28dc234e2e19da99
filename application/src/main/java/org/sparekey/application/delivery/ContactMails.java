package org.sparekey.application.delivery;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.Outbox;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.recoverycontact.RecoveryContactDetails;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Secret;

/**
 * Mails to recovery contacts. They say by which name the owner wanted to be known and nothing else
 * of the account: no name to sign in with, no address, no place where something was asked from.
 */
@Step
public class ContactMails {

  private final Outbox outbox;
  private final SiteSettings site;
  private final IdSource ids;
  private final InstantSource clock;

  @Inject
  public ContactMails(Outbox outbox, SiteSettings site, IdSource ids, InstantSource clock) {
    this.outbox = outbox;
    this.site = site;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Puts one into the outbox, in the transaction.
   *
   * @param words what the text names besides: "until", as an instant
   * @param link the address of a page that does nothing when it is opened (attacks row 17)
   */
  public void send(
      RecoveryContactDetails to,
      ContactMailKind kind,
      Map<String, String> words,
      Optional<URI> link) {
    Instant now = Moments.storable(clock.instant());
    Locale language = to.language();
    Map<String, String> all = new HashMap<>();
    words.forEach((name, value) -> all.put(name, BundledNotices.word(language, name, value)));
    all.put("site", site.siteName());
    all.put("person", BundledNotices.safe(to.name().value()));
    all.put("asker", BundledNotices.safe(to.asker().value()));
    link.ifPresent(uri -> all.put("link", uri.toString()));
    String key = "contact-mail." + kind.code();
    String body =
        BundledNotices.paragraphs(
            NoticeTexts.text(language, "contact-mail.greeting", all),
            NoticeTexts.text(language, key + ".text", all),
            NoticeTexts.text(language, key + ".advice", all),
            link.map(uri -> NoticeTexts.text(language, key + ".link", all)).orElse(""),
            NoticeTexts.text(language, "contact-mail.check", all),
            NoticeTexts.text(language, "mail.signature", all));
    outbox.add(
        new OutboxMessage(
            new MessageId(ids.next()),
            OutboxMessage.Channel.MAIL,
            "contact-" + kind.code(),
            Optional.of(to.account()),
            to.address(),
            language,
            NoticeTexts.text(language, key + ".subject", all).replaceAll("\\p{Cntrl}+", " "),
            Secret.ofText(body),
            now,
            Optional.empty(),
            0));
  }
}

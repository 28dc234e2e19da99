package org.sparekey.application.delivery;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.sparekey.application.Step;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * What a phone shows while the authenticator is closed, in the owner's language: what is asked and
 * from where, never the number.
 */
@Step
public class PushTexts {

  private final SiteSettings site;

  @Inject
  public PushTexts(SiteSettings site) {
    this.site = site;
  }

  /** Three lines: a title, a text, the challenge's id. */
  public Secret question(Account owner, Challenge challenge, Origin origin) {
    Map<String, String> words = new HashMap<>();
    words.put("site", site.siteName());
    words.put("address", origin.sourceAddress());
    words.put(
        "browser",
        BrowserName.of(origin.userAgent())
            .orElseGet(() -> NoticeTexts.text(owner.language(), "mail.unknown-browser", Map.of())));
    return Secret.ofText(
        String.join(
            "\n",
            NoticeTexts.text(owner.language(), "push.title", words),
            NoticeTexts.text(owner.language(), "push.text", words),
            challenge.id().toString()));
  }
}

package org.sparekey.application.recoverycontact;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.ContactMailKind;
import org.sparekey.application.delivery.ContactMails;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RandomSource;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.port.RateLimits;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.recoverycontact.RecoveryContact;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Secret;

/**
 * Invitations by mail. The link opens a page and does nothing else (attacks row 17); of its token
 * only the hash is kept, and it is made from the configured address (row 22).
 */
@Step
class Invitations {

  /** The page that the link opens; its query is {@code token}. */
  static final String PAGE = "/contact";

  private final ContactMails mails;
  private final RateLimits limits;
  private final RandomSource random;
  private final Macs macs;
  private final SiteSettings site;

  @Inject
  Invitations(
      ContactMails mails, RateLimits limits, RandomSource random, Macs macs, SiteSettings site) {
    this.mails = mails;
    this.limits = limits;
    this.random = random;
    this.macs = macs;
    this.site = site;
  }

  /** A token for a new link. */
  Secret newToken() {
    return random.token();
  }

  /** What is kept of it. */
  String hash(Secret token) {
    return macs.fingerprint(token);
  }

  /** Spends one invitation of this account; false when too many went out. */
  boolean mayInvite(AccountId owner) {
    return limits.trySpend(RateLimit.INVITATIONS_BY_ACCOUNT, owner.toString());
  }

  /** Mails it. */
  void mail(RecoveryContact.Invited invited, Secret token) {
    String base = site.baseUrl().toString().replaceAll("/+$", "");
    mails.send(
        invited.details(),
        ContactMailKind.INVITATION,
        Map.of("until", invited.expiresAt().toString()),
        Optional.of(URI.create(base + PAGE + "?token=" + token.revealText())));
  }
}

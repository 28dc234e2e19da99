package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.RandomSource;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.port.VetoLink;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;
import org.sparekey.domain.shared.Secret;

/**
 * Tells the owner of a recovery, at every address and at those removed lately, with a link of its
 * own for each (attacks rows 5 and 28). The link opens a page and does nothing else (row 17); it is
 * made from the configured address, never from a request (row 22).
 */
@Step
class RecoveryNotices {

  /** The page that a link in a notice opens; its query is {@code token}. */
  static final String VETO_PAGE = "/veto";

  private final Notices notices;
  private final RecoveryRepository recoveries;
  private final RandomSource random;
  private final Macs macs;
  private final SiteSettings site;
  private final InstantSource clock;

  @Inject
  RecoveryNotices(
      Notices notices,
      RecoveryRepository recoveries,
      RandomSource random,
      Macs macs,
      SiteSettings site,
      InstantSource clock) {
    this.notices = notices;
    this.recoveries = recoveries;
    this.random = random;
    this.macs = macs;
    this.site = site;
    this.clock = clock;
  }

  /** With a link to stop or contest it; the recovery must be stored. */
  void tellWithVeto(
      Account owner,
      RecoveryId recovery,
      NoticeKind kind,
      Map<String, String> words,
      Origin origin) {
    notices.tellOwnerWithLink(owner, kind, words, origin, to -> newLink(recovery, to));
  }

  /** Without a link: there is nothing left to stop. */
  void tell(Account owner, NoticeKind kind, Origin origin) {
    notices.tellOwner(owner, kind, Map.of(), origin);
  }

  private URI newLink(RecoveryId recovery, ContactPoint to) {
    Instant now = Moments.storable(clock.instant());
    Secret token = random.token();
    recoveries.addVetoLink(new VetoLink(macs.fingerprint(token), recovery, to.id(), now));
    String base = site.baseUrl().toString().replaceAll("/+$", "");
    return URI.create(base + VETO_PAGE + "?token=" + token.revealText());
  }
}

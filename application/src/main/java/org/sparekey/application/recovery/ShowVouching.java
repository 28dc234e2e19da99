package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.recoverycontact.VouchingStatus;
import org.sparekey.domain.shared.Secret;

/** Shows a recovery contact what the link in the mail is about, and changes nothing (row 17). */
@UseCase
public class ShowVouching {

  private final VouchingByLink byLink;
  private final SiteSettings site;
  private final InstantSource clock;

  @Inject
  ShowVouching(VouchingByLink byLink, SiteSettings site, InstantSource clock) {
    this.byLink = byLink;
    this.site = site;
    this.clock = clock;
  }

  /** Empty when no mail has this link any more. */
  public Optional<VouchingView> show(Secret link) {
    Instant now = clock.instant();
    return byLink.find(link).map(found -> view(found, now));
  }

  private VouchingView view(VouchingByLink.Found found, Instant now) {
    VouchingStatus status = found.vouching().status();
    boolean heard = status == VouchingStatus.COUNTED || status == VouchingStatus.DOUBTED;
    return new VouchingView(
        found.contact().details().name().value(),
        found.contact().details().asker().value(),
        heard ? status.code() : found.hearing(now) ? "open" : "over",
        status != VouchingStatus.DOUBTED && DoubtRecovery.hears(found.recovery()),
        found.recovery().details().expiresAt(),
        site.siteName());
  }
}

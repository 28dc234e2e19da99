package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.QrCode;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.port.Totp;
import org.sparekey.application.signin.TotpSeeds;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorDetails;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Secret;

/**
 * A TOTP factor on its way: made for one ceremony, a session or a recovery, and worthless in any
 * other (attacks row 26). There is at most one for a ceremony.
 */
@Step
public class PendingTotp {

  /** NIST SP 800-63B-4 §4.1.2.2. */
  public static final Duration TIME_TO_CONFIRM = Duration.ofMinutes(10);

  private static final DeviceName UNNAMED = new DeviceName("TOTP");

  private final FactorRepository factors;
  private final TotpSeeds seeds;
  private final Totp totp;
  private final QrCode qr;
  private final SiteSettings site;
  private final IdSource ids;
  private final InstantSource clock;

  @Inject
  public PendingTotp(
      FactorRepository factors,
      TotpSeeds seeds,
      Totp totp,
      QrCode qr,
      SiteSettings site,
      IdSource ids,
      InstantSource clock) {
    this.factors = factors;
    this.seeds = seeds;
    this.totp = totp;
    this.qr = qr;
    this.site = site;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes one with a new seed; the one that this ceremony made before ends. */
  public Factor.Pending begin(AccountId account, String ceremony) {
    Instant now = Moments.storable(clock.instant());
    endAll(account, ceremony);
    FactorId id = new FactorId(ids.next());
    Factor.Pending pending =
        new Factor.Pending(
            new FactorDetails(id, account, FactorKind.TOTP, UNNAMED, now),
            ceremony,
            now.plus(TIME_TO_CONFIRM));
    factors.add(pending, seeds.seal(id, totp.newSeed()));
    return pending;
  }

  /** The one of this ceremony, if there is time left to confirm it. */
  public Optional<Factor.Pending> open(AccountId account, String ceremony) {
    Instant now = clock.instant();
    return pending(account).stream().filter(factor -> factor.open(ceremony, now)).findFirst();
  }

  /** Ends what this ceremony began, and wipes its seed. */
  public void endAll(AccountId account, String ceremony) {
    Instant now = Moments.storable(clock.instant());
    pending(account).stream()
        .filter(factor -> factor.ceremony().equals(ceremony))
        .forEach(factor -> factors.save(factor.abandon(RevocationReason.ABANDONED, now)));
  }

  /** What the owner needs to put it into an app; empty when the seed is gone. */
  public Optional<EnrolmentView> view(Account owner, Factor.Pending pending) {
    return factors
        .totpState(pending.id())
        .map(state -> view(owner, pending, seeds.open(pending.id(), state.sealedSeed())));
  }

  private EnrolmentView view(Account owner, Factor.Pending pending, Secret seed) {
    String uri = totp.keyUri(site.siteName(), owner.signInName().value(), seed);
    return new EnrolmentView(
        pending.id(), uri, totp.keyText(seed), qr.svg(uri, site.siteName()), pending.expiresAt());
  }

  private List<Factor.Pending> pending(AccountId account) {
    return factors.ofAccount(account).stream()
        .filter(Factor.Pending.class::isInstance)
        .map(Factor.Pending.class::cast)
        .toList();
  }
}

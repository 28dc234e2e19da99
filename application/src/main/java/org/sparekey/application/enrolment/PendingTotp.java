package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.QrCode;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.port.Totp;
import org.sparekey.application.signin.TotpSeeds;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Secret;

/** A TOTP factor on its way, and its seed. */
@Step
public class PendingTotp {

  private final PendingFactors pending;
  private final FactorRepository factors;
  private final TotpSeeds seeds;
  private final Totp totp;
  private final QrCode qr;
  private final SiteSettings site;

  @Inject
  public PendingTotp(
      PendingFactors pending,
      FactorRepository factors,
      TotpSeeds seeds,
      Totp totp,
      QrCode qr,
      SiteSettings site) {
    this.pending = pending;
    this.factors = factors;
    this.seeds = seeds;
    this.totp = totp;
    this.qr = qr;
    this.site = site;
  }

  /** Makes one with a new seed; what this ceremony made before ends. */
  public Factor.Pending begin(AccountId account, String ceremony) {
    Factor.Pending begun = pending.begin(account, FactorKind.TOTP, ceremony);
    factors.keepSeed(begun.id(), seeds.seal(begun.id(), totp.newSeed()));
    return begun;
  }

  /** The one of this ceremony, if there is time left to confirm it. */
  public Optional<Factor.Pending> open(AccountId account, String ceremony) {
    return pending.open(account, FactorKind.TOTP, ceremony);
  }

  /** What the owner needs to put it into an app; empty when the seed is gone. */
  public Optional<EnrolmentView> view(Account owner, Factor.Pending begun) {
    return factors
        .totpState(begun.id())
        .map(state -> view(owner, begun, seeds.open(begun.id(), state.sealedSeed())));
  }

  private EnrolmentView view(Account owner, Factor.Pending begun, Secret seed) {
    String uri = totp.keyUri(site.siteName(), owner.signInName().value(), seed);
    return new EnrolmentView(
        begun.id(), uri, totp.keyText(seed), qr.svg(uri, site.siteName()), begun.expiresAt());
  }
}

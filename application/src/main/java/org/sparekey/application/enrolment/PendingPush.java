package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.authenticator.BindingCodes;
import org.sparekey.application.delivery.BrowserName;
import org.sparekey.application.port.PushDevice;
import org.sparekey.application.port.PushDeviceRepository;
import org.sparekey.application.port.QrCode;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Secret;

/** A phone on its way, and the code that brings it here. */
@Step
public class PendingPush {

  private final PendingFactors pending;
  private final PushDeviceRepository devices;
  private final BindingCodes codes;
  private final QrCode qr;
  private final SiteSettings site;

  @Inject
  public PendingPush(
      PendingFactors pending,
      PushDeviceRepository devices,
      BindingCodes codes,
      QrCode qr,
      SiteSettings site) {
    this.pending = pending;
    this.devices = devices;
    this.codes = codes;
    this.qr = qr;
    this.site = site;
  }

  /** Makes one with a new code; what this ceremony made before ends, and its code with it. */
  Factor.Pending begin(AccountId account, String ceremony) {
    Factor.Pending begun = pending.begin(account, FactorKind.PUSH, ceremony);
    devices.add(begun.id(), codes.hash(codes.of(begun.id())));
    return begun;
  }

  /** The one of this ceremony, if there is time left to confirm it. */
  Optional<Factor.Pending> open(AccountId account, String ceremony) {
    return pending.open(account, FactorKind.PUSH, ceremony);
  }

  /** Ends it: the phone that gave the code is forgotten. */
  void end(AccountId account, String ceremony) {
    pending.endAll(account, ceremony);
  }

  /** Whether a phone has given the code. */
  boolean claimed(Factor.Pending begun) {
    return devices.find(begun.id()).flatMap(PushDevice::claim).isPresent();
  }

  /** What the owner needs; empty when the row is gone. */
  Optional<PushEnrolmentView> view(Factor.Pending begun) {
    return devices
        .find(begun.id())
        .map(
            device ->
                device.claim().map(claim -> claimed(begun, claim)).orElseGet(() -> waiting(begun)));
  }

  private PushEnrolmentView waiting(Factor.Pending begun) {
    Secret code = codes.of(begun.id());
    String link = codes.link(code).toString();
    return new PushEnrolmentView(
        begun.id(),
        link,
        codes.inGroups(code),
        qr.svg(link, site.siteName()),
        begun.expiresAt(),
        Optional.empty());
  }

  private static PushEnrolmentView claimed(Factor.Pending begun, PushDevice.Claim claim) {
    return new PushEnrolmentView(
        begun.id(),
        "",
        "",
        "",
        begun.expiresAt(),
        Optional.of(
            new PushEnrolmentView.ClaimedPhone(
                BrowserName.of(claim.userAgent()).orElse(""), claim.sourceAddress(), claim.at())));
  }
}

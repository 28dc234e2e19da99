package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.application.signin.RevokeOtherSessions;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/**
 * Takes everything that lives on a lost device out of use in one act: its factors, what waits for
 * an answer, the other sessions, the known browsers. Nothing is ended: a device that is found comes
 * back (see {@link ReinstateDevice}).
 */
@UseCase
public class ReportLostDevice {

  private final OwnDevice devices;
  private final OwnFactors own;
  private final AccountRepository accounts;
  private final FactorRepository factors;
  private final ChallengeRepository challenges;
  private final KnownBrowserRepository browsers;
  private final RevokeOtherSessions otherSessions;
  private final SessionViews views;
  private final Notices notices;
  private final InstantSource clock;

  @Inject
  public ReportLostDevice(
      OwnDevice devices,
      OwnFactors own,
      AccountRepository accounts,
      FactorRepository factors,
      ChallengeRepository challenges,
      KnownBrowserRepository browsers,
      RevokeOtherSessions otherSessions,
      SessionViews views,
      Notices notices,
      InstantSource clock) {
    this.devices = devices;
    this.own = own;
    this.accounts = accounts;
    this.factors = factors;
    this.challenges = challenges;
    this.browsers = browsers;
    this.otherSessions = otherSessions;
    this.views = views;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Empty when it was done.
   *
   * <p>Password and factor must lately have been given again (ASVS 7.5.1), unless the lost device
   * holds the only ones: nobody could give them then, and the session had been opened by one. The
   * last factor may go out of use here: whoever holds the device could use it, and a recovery leads
   * back in.
   */
  public Optional<EnrolmentRefusal> report(SessionView view, String deviceName, Origin origin) {
    accounts.lock(view.account());
    Optional<DeviceName> device = DeviceName.parse(deviceName);
    List<Factor.Active> lost =
        device.map(name -> devices.active(view.account(), name)).orElse(List.of());
    Optional<EnrolmentRefusal> refusal = refusal(view, device, lost);
    if (refusal.isPresent()) {
      own.refused(AuditCode.FACTOR_SUSPENDED, view, refusal.get(), origin);
      return refusal;
    }
    Instant now = Moments.storable(clock.instant());
    for (Factor.Active factor : lost) {
      factors.save(factor.suspend(RevocationReason.LOST, now));
      own.done(AuditCode.FACTOR_SUSPENDED, view, factor, origin);
    }
    challenges.endAllOf(view.account());
    browsers.forgetAllOf(view.account(), now);
    otherSessions.revoke(view, origin);
    notices.tellOwner(
        views.account(view),
        NoticeKind.DEVICE_LOST,
        Map.of("device", device.orElseThrow().value()),
        origin);
    return Optional.empty();
  }

  private Optional<EnrolmentRefusal> refusal(
      SessionView view, Optional<DeviceName> device, List<Factor.Active> lost) {
    Optional<EnrolmentRefusal> obstacle = devices.obstacle(view);
    if (obstacle.isPresent()) {
      return obstacle;
    }
    if (device.isEmpty() || lost.isEmpty()) {
      return Optional.of(EnrolmentRefusal.UNKNOWN_FACTOR);
    }
    return !view.recentlyConfirmed() && devices.anotherAnswers(view.account(), device.get())
        ? Optional.of(EnrolmentRefusal.NEEDS_CONFIRMATION)
        : Optional.empty();
  }
}

package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.Origin;

/** Puts a device that was found again back in use. */
@UseCase
public class ReinstateDevice {

  private final OwnDevice devices;
  private final OwnFactors own;
  private final AccountRepository accounts;
  private final FactorRepository factors;
  private final RecoveryRepository recoveries;
  private final SessionViews views;
  private final Notices notices;

  @Inject
  public ReinstateDevice(
      OwnDevice devices,
      OwnFactors own,
      AccountRepository accounts,
      FactorRepository factors,
      RecoveryRepository recoveries,
      SessionViews views,
      Notices notices) {
    this.devices = devices;
    this.own = own;
    this.accounts = accounts;
    this.factors = factors;
    this.recoveries = recoveries;
    this.views = views;
    this.notices = notices;
  }

  /**
   * Empty when it was done. Password and another factor come first: a session alone could be the
   * thief's. What a proved recovery under way reports lost, and what was suspended for another
   * reason than a loss, stays out of use.
   */
  public Optional<EnrolmentRefusal> reinstate(SessionView view, String deviceName, Origin origin) {
    accounts.lock(view.account());
    Optional<DeviceName> device = DeviceName.parse(deviceName);
    List<Factor.Suspended> found = device.map(name -> lost(view, name)).orElse(List.of());
    Optional<EnrolmentRefusal> refusal = devices.obstacle(view);
    if (refusal.isEmpty() && found.isEmpty()) {
      refusal = Optional.of(EnrolmentRefusal.UNKNOWN_FACTOR);
    }
    if (refusal.isEmpty() && !view.recentlyConfirmed()) {
      refusal = Optional.of(EnrolmentRefusal.NEEDS_CONFIRMATION);
    }
    if (refusal.isPresent()) {
      own.refused(AuditCode.FACTOR_REINSTATED, view, refusal.get(), origin);
      return refusal;
    }
    for (Factor.Suspended factor : found) {
      factors.save(factor.reinstate());
      own.done(AuditCode.FACTOR_REINSTATED, view, factor, origin);
    }
    notices.tellOwner(
        views.account(view),
        NoticeKind.DEVICE_FOUND,
        Map.of("device", device.orElseThrow().value()),
        origin);
    return Optional.empty();
  }

  /** Whoever knows the password can begin one: before it is proved, it counts for nothing here. */
  private static boolean tookSomethingOutOfUse(Recovery recovery) {
    return recovery.status().compareTo(RecoveryStatus.PROVING) > 0
        && recovery.details().lost().extent() != Lost.Extent.UNSAID;
  }

  private List<Factor.Suspended> lost(SessionView view, DeviceName device) {
    List<Recovery> underWay =
        recoveries.proved(view.account()).stream()
            .flatMap(id -> recoveries.find(id).stream())
            .filter(ReinstateDevice::tookSomethingOutOfUse)
            .toList();
    return devices.suspended(view.account(), device).stream()
        .filter(factor -> factor.reason() == RevocationReason.LOST)
        .filter(
            factor ->
                underWay.stream()
                    .noneMatch(recovery -> recovery.details().lost().includes(factor.id())))
        .toList();
  }
}

package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.Origin;

/** Gives a device another name; everything that lives on it goes along. */
@UseCase
public class RenameOwnDevice {

  private final OwnDevice devices;
  private final OwnFactors own;
  private final FactorRepository factors;

  @Inject
  public RenameOwnDevice(OwnDevice devices, OwnFactors own, FactorRepository factors) {
    this.devices = devices;
    this.own = own;
    this.factors = factors;
  }

  /** Empty when it was done. */
  public Optional<EnrolmentRefusal> rename(
      SessionView view, String deviceName, String newName, Origin origin) {
    Optional<DeviceName> wanted = DeviceName.parse(newName);
    List<Factor.Active> living =
        DeviceName.parse(deviceName)
            .map(device -> devices.active(view.account(), device))
            .orElse(List.of());
    Optional<EnrolmentRefusal> refusal =
        !view.full()
            ? Optional.of(OwnFactors.levelTooLow(view))
            : living.isEmpty()
                ? Optional.of(EnrolmentRefusal.UNKNOWN_FACTOR)
                : wanted.isEmpty()
                    ? Optional.of(EnrolmentRefusal.BAD_DEVICE_NAME)
                    : Optional.empty();
    if (refusal.isPresent()) {
      own.refused(AuditCode.FACTOR_RENAMED, view, refusal.get(), origin);
      return refusal;
    }
    for (Factor.Active factor : living) {
      factors.save(factor.on(wanted.orElseThrow()));
      own.done(AuditCode.FACTOR_RENAMED, view, factor, origin);
    }
    return Optional.empty();
  }
}

package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/** Gives the device of a factor another name. */
@UseCase
public class RenameOwnFactor {

  private final FactorRepository factors;
  private final OwnFactors own;

  @Inject
  public RenameOwnFactor(FactorRepository factors, OwnFactors own) {
    this.factors = factors;
    this.own = own;
  }

  /** Empty when it was done. */
  public Optional<EnrolmentRefusal> rename(
      SessionView view, FactorId id, String deviceName, Origin origin) {
    Optional<DeviceName> device = DeviceName.parse(deviceName);
    Optional<Factor.Active> factor = own.active(view, id);
    Optional<EnrolmentRefusal> refusal = refusal(view, factor, device);
    if (refusal.isPresent()) {
      own.refused(AuditCode.FACTOR_RENAMED, view, refusal.get(), origin);
      return refusal;
    }
    factors.save(factor.orElseThrow().on(device.orElseThrow()));
    own.done(AuditCode.FACTOR_RENAMED, view, factor.get(), origin);
    return Optional.empty();
  }

  private static Optional<EnrolmentRefusal> refusal(
      SessionView view, Optional<Factor.Active> factor, Optional<DeviceName> device) {
    if (!view.full()) {
      return Optional.of(OwnFactors.levelTooLow(view));
    }
    if (factor.isEmpty()) {
      return Optional.of(EnrolmentRefusal.UNKNOWN_FACTOR);
    }
    return device.isEmpty() ? Optional.of(EnrolmentRefusal.BAD_DEVICE_NAME) : Optional.empty();
  }
}

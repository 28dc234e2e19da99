package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/**
 * The owner says that the phone which gave the code is hers, and names it. The phone has proved its
 * key when it gave the code; only one phone could (attacks row 25).
 */
@UseCase
public class ConfirmPushEnrolment {

  private final PendingPush pending;
  private final BindFactor bind;

  @Inject
  public ConfirmPushEnrolment(PendingPush pending, BindFactor bind) {
    this.pending = pending;
    this.bind = bind;
  }

  /** Binds it; an enrolment session rises to full and gets another token. */
  public BindOutcome confirm(SessionView view, FactorId factor, String deviceName, Origin origin) {
    Optional<Factor.Pending> begun =
        pending
            .open(view.account(), OwnFactors.ceremony(view))
            .filter(found -> found.id().equals(factor));
    Optional<DeviceName> device = DeviceName.parse(deviceName);
    Optional<EnrolmentRefusal> obstacle = bind.obstacle(view, begun, device, origin);
    if (obstacle.isPresent()) {
      return bind.refused(view, FactorKind.PUSH, obstacle.get(), Optional.empty(), origin);
    }
    return pending.claimed(begun.orElseThrow())
        ? bind.bind(view, begun.orElseThrow(), device.orElseThrow(), origin)
        : bind.refused(view, FactorKind.PUSH, EnrolmentRefusal.WAITING, Optional.empty(), origin);
  }
}

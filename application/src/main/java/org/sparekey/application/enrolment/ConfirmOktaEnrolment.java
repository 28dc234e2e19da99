package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.FactorAnswer;
import org.sparekey.application.signin.OktaMethod;
import org.sparekey.application.signin.ProofResult;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/** Binds the pending Okta Verify of this session, when its push was approved. */
@UseCase
public class ConfirmOktaEnrolment {

  private final PendingOkta pending;
  private final OktaMethod method;
  private final BindFactor bind;

  @Inject
  public ConfirmOktaEnrolment(PendingOkta pending, OktaMethod method, BindFactor bind) {
    this.pending = pending;
    this.method = method;
    this.bind = bind;
  }

  /** Looks at the answer and the name; an enrolment session rises to full. */
  public BindOutcome confirm(SessionView view, FactorId factor, String deviceName, Origin origin) {
    Optional<Factor.Pending> begun = pending.open(view).filter(found -> found.id().equals(factor));
    Optional<DeviceName> device = DeviceName.parse(deviceName);
    Optional<EnrolmentRefusal> obstacle = bind.obstacle(view, begun, device, origin);
    if (obstacle.isPresent()) {
      return bind.refused(view, FactorKind.OKTA, obstacle.get(), Optional.empty(), origin);
    }
    ProofResult result =
        method.check(
            pending.question(view, begun.orElseThrow(), origin), new FactorAnswer.Waited());
    return result.right()
        ? bind.bind(view, begun.orElseThrow(), device.orElseThrow(), origin)
        : bind.wrongProof(view, FactorKind.OKTA, result, origin);
  }
}

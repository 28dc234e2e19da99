package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.FactorAnswer;
import org.sparekey.application.signin.PhoneMethod;
import org.sparekey.application.signin.ProofResult;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/** Binds the pending phone of this session by the code that went there. */
@UseCase
public class ConfirmPhoneEnrolment {

  private final PendingPhones pending;
  private final PhoneMethod method;
  private final BindFactor bind;

  @Inject
  public ConfirmPhoneEnrolment(PendingPhones pending, PhoneMethod method, BindFactor bind) {
    this.pending = pending;
    this.method = method;
    this.bind = bind;
  }

  /** Checks the code and the name; an enrolment session rises to full and gets another token. */
  public BindOutcome confirm(
      SessionView view, FactorId factor, String deviceName, String code, Origin origin) {
    Optional<Factor.Pending> begun = pending.open(view).filter(found -> found.id().equals(factor));
    FactorKind kind = begun.map(found -> found.details().kind()).orElse(FactorKind.SMS);
    Optional<DeviceName> device = DeviceName.parse(deviceName);
    Optional<EnrolmentRefusal> obstacle = bind.obstacle(view, begun, device, origin);
    if (obstacle.isPresent()) {
      return bind.refused(view, kind, obstacle.get(), Optional.empty(), origin);
    }
    ProofResult result =
        method.check(
            pending.question(view, begun.orElseThrow(), origin), new FactorAnswer.TypedCode(code));
    return result.right()
        ? bind.bind(view, begun.orElseThrow(), device.orElseThrow(), origin)
        : bind.wrongProof(view, kind, result, origin);
  }
}

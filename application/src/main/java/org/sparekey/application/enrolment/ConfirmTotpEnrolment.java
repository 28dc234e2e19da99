package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.ProofResult;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.TotpProof;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/** Binds the pending TOTP app of this session by a code of it. */
@UseCase
public class ConfirmTotpEnrolment {

  private final PendingTotp pending;
  private final TotpProof proof;
  private final BindFactor bind;

  @Inject
  public ConfirmTotpEnrolment(PendingTotp pending, TotpProof proof, BindFactor bind) {
    this.pending = pending;
    this.proof = proof;
    this.bind = bind;
  }

  /** Checks the code and the name; an enrolment session rises to full and gets another token. */
  public BindOutcome confirm(
      SessionView view, FactorId factor, String deviceName, String code, Origin origin) {
    Optional<Factor.Pending> begun =
        pending
            .open(view.account(), OwnFactors.ceremony(view))
            .filter(found -> found.id().equals(factor));
    Optional<DeviceName> device = DeviceName.parse(deviceName);
    Optional<EnrolmentRefusal> obstacle = bind.obstacle(view, begun, device, origin);
    if (obstacle.isPresent()) {
      return bind.refused(view, FactorKind.TOTP, obstacle.get(), Optional.empty(), origin);
    }
    ProofResult result = proof.check(factor, code, ThrottleKey.ANY);
    return result.right()
        ? bind.bind(view, begun.orElseThrow(), device.orElseThrow(), origin)
        : bind.wrongProof(view, FactorKind.TOTP, result, origin);
  }
}

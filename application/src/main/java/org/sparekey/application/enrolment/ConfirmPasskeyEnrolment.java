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

/** Binds the pending passkey or security key of this session by what the browser made of it. */
@UseCase
public class ConfirmPasskeyEnrolment {

  private final PendingPasskey pending;
  private final BindFactor bind;

  @Inject
  public ConfirmPasskeyEnrolment(PendingPasskey pending, BindFactor bind) {
    this.pending = pending;
    this.bind = bind;
  }

  /**
   * Checks the credential and the name; an enrolment session rises to full and gets another token.
   *
   * @param json the credential, as {@code PublicKeyCredential.toJSON()} makes it
   */
  public BindOutcome confirm(
      SessionView view, FactorId factor, String deviceName, String json, Origin origin) {
    Optional<Factor.Pending> begun =
        pending
            .open(view.account(), OwnFactors.ceremony(view))
            .filter(found -> found.id().equals(factor));
    FactorKind kind = begun.map(found -> found.details().kind()).orElse(FactorKind.PASSKEY);
    Optional<DeviceName> device = DeviceName.parse(deviceName);
    Optional<EnrolmentRefusal> refusal =
        bind.obstacle(view, begun, device, origin)
            .or(() -> pending.keep(begun.orElseThrow(), json));
    return refusal
        .map(reason -> bind.refused(view, kind, reason, Optional.empty(), origin))
        .orElseGet(() -> bind.bind(view, begun.orElseThrow(), device.orElseThrow(), origin));
  }
}

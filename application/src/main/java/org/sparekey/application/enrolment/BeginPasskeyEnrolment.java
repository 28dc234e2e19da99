package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.Origin;

/** Makes a pending passkey or security key that belongs to this session. */
@UseCase
public class BeginPasskeyEnrolment {

  private final MayEnrol may;
  private final PendingPasskey pending;
  private final OwnFactors own;

  @Inject
  public BeginPasskeyEnrolment(MayEnrol may, PendingPasskey pending, OwnFactors own) {
    this.may = may;
    this.pending = pending;
    this.own = own;
  }

  /**
   * Refuses a full session whose owner did not lately prove who she is (ASVS 7.5.1).
   *
   * @param alone whether it is to stand alone: a passkey; otherwise a security key
   */
  public BeginOutcome begin(SessionView view, boolean alone, Origin origin) {
    FactorKind kind = alone ? FactorKind.PASSKEY : FactorKind.SECURITY_KEY;
    Optional<EnrolmentRefusal> obstacle = may.obstacle(view);
    if (obstacle.isPresent()) {
      own.refused(AuditCode.ENROLMENT_BEGUN, view, kind, obstacle.get(), origin);
      return new BeginOutcome.Refused(obstacle.get());
    }
    Factor.Pending begun = pending.begin(view.account(), kind, OwnFactors.ceremony(view));
    own.done(AuditCode.ENROLMENT_BEGUN, view, begun, origin);
    return new BeginOutcome.Begun(begun.id());
  }
}

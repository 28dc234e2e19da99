package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.Origin;

/** Makes a binding code that belongs to this session; what the session began before ends. */
@UseCase
public class BeginPushEnrolment {

  private final MayEnrol may;
  private final PendingPush pending;
  private final OwnFactors own;

  @Inject
  public BeginPushEnrolment(MayEnrol may, PendingPush pending, OwnFactors own) {
    this.may = may;
    this.pending = pending;
    this.own = own;
  }

  /** Refuses a full session whose owner did not lately prove who she is (ASVS 7.5.1). */
  public BeginOutcome begin(SessionView view, Origin origin) {
    Optional<EnrolmentRefusal> obstacle = may.obstacle(view);
    if (obstacle.isPresent()) {
      own.refused(AuditCode.ENROLMENT_BEGUN, view, FactorKind.PUSH, obstacle.get(), origin);
      return new BeginOutcome.Refused(obstacle.get());
    }
    Factor.Pending begun = pending.begin(view.account(), OwnFactors.ceremony(view));
    own.done(AuditCode.ENROLMENT_BEGUN, view, begun, origin);
    return new BeginOutcome.Begun(begun.id());
  }
}

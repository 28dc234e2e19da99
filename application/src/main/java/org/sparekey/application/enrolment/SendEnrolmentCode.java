package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.AskResult;
import org.sparekey.application.signin.PhoneMethod;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.Origin;

/** Sends another code to the phone that waits for one; the failures stay counted (row 13). */
@UseCase
public class SendEnrolmentCode {

  private final MayEnrol may;
  private final PendingPhones pending;
  private final PhoneMethod method;
  private final OwnFactors own;

  @Inject
  public SendEnrolmentCode(
      MayEnrol may, PendingPhones pending, PhoneMethod method, OwnFactors own) {
    this.may = may;
    this.pending = pending;
    this.method = method;
    this.own = own;
  }

  /** Empty when it was done. */
  public Optional<EnrolmentRefusal> send(SessionView view, Origin origin) {
    Optional<Factor.Pending> begun = pending.open(view);
    Optional<EnrolmentRefusal> refusal =
        begun.isEmpty()
            ? Optional.of(EnrolmentRefusal.NO_ENROLMENT)
            : may.obstacle(view).or(() -> ask(view, begun.get(), origin));
    refusal.ifPresent(reason -> own.refused(AuditCode.ENROLMENT_BEGUN, view, reason, origin));
    return refusal;
  }

  private Optional<EnrolmentRefusal> ask(SessionView view, Factor.Pending begun, Origin origin) {
    return method
        .ask(pending.question(view, begun, origin))
        .<Optional<EnrolmentRefusal>>fold(
            asked -> Optional.empty(),
            (AskResult.Refused refused) -> Optional.of(EnrolmentRefusal.of(refused.reason())));
  }
}

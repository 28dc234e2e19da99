package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.PhoneNumbers;
import org.sparekey.application.signin.AskResult;
import org.sparekey.application.signin.PhoneMethod;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.PhoneNumber;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.Origin;

/** Makes a pending text or call factor for a number, and sends the first code there. */
@UseCase
public class BeginPhoneEnrolment {

  private final MayEnrol may;
  private final PendingPhones pending;
  private final PhoneNumbers numbers;
  private final PhoneMethod method;
  private final OwnFactors own;

  @Inject
  public BeginPhoneEnrolment(
      MayEnrol may,
      PendingPhones pending,
      PhoneNumbers numbers,
      PhoneMethod method,
      OwnFactors own) {
    this.may = may;
    this.pending = pending;
    this.numbers = numbers;
    this.method = method;
    this.own = own;
  }

  /**
   * Nothing stays pending when the code cannot be sent.
   *
   * @param kind text or call
   * @param region whose national form the number may have
   */
  public BeginOutcome begin(
      SessionView view, FactorKind kind, String typed, Locale region, Origin origin) {
    Optional<PhoneNumber> number = numbers.canonical(typed, region).flatMap(PhoneNumber::parse);
    Optional<EnrolmentRefusal> obstacle = may.obstacle(view).or(() -> obstacle(view, kind, number));
    if (obstacle.isPresent()) {
      return refused(view, kind, obstacle.get(), origin);
    }
    Factor.Pending begun = pending.begin(view, kind, number.orElseThrow());
    AskResult asked = method.ask(pending.question(view, begun, origin));
    if (asked instanceof AskResult.Refused refused) {
      pending.end(view);
      return refused(view, kind, EnrolmentRefusal.of(refused.reason()), origin);
    }
    own.done(AuditCode.ENROLMENT_BEGUN, view, begun, origin);
    return new BeginOutcome.Begun(begun.id());
  }

  private Optional<EnrolmentRefusal> obstacle(
      SessionView view, FactorKind kind, Optional<PhoneNumber> number) {
    if (!PendingPhones.KINDS.contains(kind)) {
      return Optional.of(EnrolmentRefusal.PHONE_NOT_OFFERED);
    }
    if (number.isEmpty()) {
      return Optional.of(EnrolmentRefusal.BAD_NUMBER);
    }
    return method
        .unusable(number.get(), kind)
        .map(EnrolmentRefusal::of)
        .or(
            () ->
                pending.bound(view, kind, number.get())
                    ? Optional.of(EnrolmentRefusal.NUMBER_IN_USE)
                    : Optional.empty());
  }

  private BeginOutcome refused(
      SessionView view, FactorKind kind, EnrolmentRefusal reason, Origin origin) {
    own.refused(AuditCode.ENROLMENT_BEGUN, view, kind, reason, origin);
    return new BeginOutcome.Refused(reason);
  }
}

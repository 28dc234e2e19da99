package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.OktaMethod;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.Origin;

/** Sends the push by which a pending Okta Verify is proved. */
@UseCase
public class AskOktaEnrolment {

  private final PendingOkta pending;
  private final OktaMethod method;

  @Inject
  public AskOktaEnrolment(PendingOkta pending, OktaMethod method) {
    this.pending = pending;
    this.method = method;
  }

  /** Empty when it was asked. */
  public Optional<EnrolmentRefusal> ask(SessionView view, Origin origin) {
    Optional<Factor.Pending> begun = pending.open(view);
    return begun.isEmpty()
        ? Optional.of(EnrolmentRefusal.NO_ENROLMENT)
        : method
            .ask(pending.question(view, begun.get(), origin))
            .fold(
                asked -> Optional.empty(),
                refused -> Optional.of(EnrolmentRefusal.of(refused.reason())));
  }
}

package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.Okta;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.Origin;

/** Makes a pending Okta Verify that belongs to this session; a worker talks to Okta about it. */
@UseCase
public class BeginOktaEnrolment {

  private final MayEnrol may;
  private final Okta provider;
  private final PendingOkta pending;
  private final OwnFactors own;

  @Inject
  public BeginOktaEnrolment(MayEnrol may, Okta provider, PendingOkta pending, OwnFactors own) {
    this.may = may;
    this.provider = provider;
    this.pending = pending;
    this.own = own;
  }

  /** Refused where no Okta is configured, and to whom {@link MayEnrol} refuses it. */
  public BeginOutcome begin(SessionView view, Origin origin) {
    Optional<EnrolmentRefusal> obstacle =
        may.obstacle(view)
            .or(
                () ->
                    provider.configured()
                        ? Optional.empty()
                        : Optional.of(EnrolmentRefusal.PROVIDER_DOWN));
    if (obstacle.isPresent()) {
      own.refused(AuditCode.ENROLMENT_BEGUN, view, FactorKind.OKTA, obstacle.get(), origin);
      return new BeginOutcome.Refused(obstacle.get());
    }
    Factor.Pending begun = pending.begin(view);
    own.done(AuditCode.ENROLMENT_BEGUN, view, begun, origin);
    return new BeginOutcome.Begun(begun.id());
  }
}

package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Origin;

/** Makes a pending factor that belongs to this session; the one it made before ends. */
@UseCase
public class BeginTotpEnrolment {

  private static final int MOST_FACTORS = 10;

  private final SessionViews views;
  private final PendingTotp pending;
  private final FactorRepository factors;
  private final OwnFactors own;

  @Inject
  public BeginTotpEnrolment(
      SessionViews views, PendingTotp pending, FactorRepository factors, OwnFactors own) {
    this.views = views;
    this.pending = pending;
    this.factors = factors;
    this.own = own;
  }

  /** Refuses a full session whose owner did not lately prove who she is (ASVS 7.5.1). */
  public BeginOutcome begin(SessionView view, Origin origin) {
    return refusal(view)
        .<BeginOutcome>map(
            reason -> {
              own.refused(AuditCode.ENROLMENT_BEGUN, view, reason, origin);
              return new BeginOutcome.Refused(reason);
            })
        .orElseGet(
            () -> {
              Factor.Pending begun = pending.begin(view.account(), OwnFactors.ceremony(view));
              own.done(AuditCode.ENROLMENT_BEGUN, view, begun.id(), origin);
              return new BeginOutcome.Begun(begun.id());
            });
  }

  private Optional<EnrolmentRefusal> refusal(SessionView view) {
    if (view.level() == Session.Level.PASSWORD || views.current(view).isEmpty()) {
      return Optional.of(EnrolmentRefusal.WRONG_STEP);
    }
    if (view.full() && !view.recentlyConfirmed()) {
      return Optional.of(EnrolmentRefusal.NEEDS_CONFIRMATION);
    }
    // two browsers may stand at enrolment; the first to bind a factor closes that door
    if (!view.full() && usable(view.account()) > 0) {
      return Optional.of(EnrolmentRefusal.WRONG_STEP);
    }
    return usable(view.account()) >= MOST_FACTORS
        ? Optional.of(EnrolmentRefusal.TOO_MANY_FACTORS)
        : Optional.empty();
  }

  private long usable(AccountId account) {
    return factors.ofAccount(account).stream()
        .filter(factor -> factor.fold(begun -> false, active -> true, held -> true, ended -> false))
        .count();
  }
}

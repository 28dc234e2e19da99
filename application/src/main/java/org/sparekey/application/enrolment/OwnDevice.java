package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.shared.AccountId;

/** The factors that live on one device of an owner, by the name that the owner gave it. */
@Step
class OwnDevice {

  private final FactorRepository factors;
  private final SessionViews views;

  @Inject
  OwnDevice(FactorRepository factors, SessionViews views) {
    this.factors = factors;
    this.views = views;
  }

  /** Those in use. */
  List<Factor.Active> active(AccountId account, DeviceName device) {
    return factors.ofAccount(account).stream()
        .flatMap(factor -> factor.asActive().stream())
        .filter(factor -> factor.details().device().sameDevice(device))
        .toList();
  }

  /** Those out of use and not ended. */
  List<Factor.Suspended> suspended(AccountId account, DeviceName device) {
    return factors.ofAccount(account).stream()
        .filter(Factor.Suspended.class::isInstance)
        .map(Factor.Suspended.class::cast)
        .filter(factor -> factor.details().device().sameDevice(device))
        .toList();
  }

  /** Whether a factor on another device could answer now. */
  boolean anotherAnswers(AccountId account, DeviceName device) {
    return factors.ofAccount(account).stream()
        .anyMatch(
            factor ->
                factor.status() == FactorStatus.ACTIVE
                    && !factor.details().device().sameDevice(device));
  }

  /** Why this session may change nothing now; empty when it may. */
  Optional<EnrolmentRefusal> obstacle(SessionView view) {
    boolean full = views.current(view).filter(s -> s.level() == Session.Level.FULL).isPresent();
    if (!full) {
      return Optional.of(OwnFactors.levelTooLow(view));
    }
    return view.onProbation() ? Optional.of(EnrolmentRefusal.ON_PROBATION) : Optional.empty();
  }
}

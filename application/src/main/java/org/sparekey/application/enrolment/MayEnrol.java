package org.sparekey.application.enrolment;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.signin.SessionViews;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.AccountId;

/** Who may begin to bind a factor, of whatever kind. */
@Step
public class MayEnrol {

  private static final int MOST_FACTORS = 20;

  private final SessionViews views;
  private final FactorRepository factors;

  @Inject
  public MayEnrol(SessionViews views, FactorRepository factors) {
    this.views = views;
    this.factors = factors;
  }

  /**
   * Why this session may not begin; empty when it may. A full session's owner must lately have
   * proved who she is (ASVS 7.5.1).
   */
  public Optional<EnrolmentRefusal> obstacle(SessionView view) {
    if (view.level() == Session.Level.PASSWORD || views.current(view).isEmpty()) {
      return Optional.of(EnrolmentRefusal.WRONG_STEP);
    }
    if (view.signedIn() && !view.recentlyConfirmed()) {
      return Optional.of(EnrolmentRefusal.NEEDS_CONFIRMATION);
    }
    if (boundElsewhere(view)) {
      return Optional.of(EnrolmentRefusal.WRONG_STEP);
    }
    return usable(view.account()) >= MOST_FACTORS
        ? Optional.of(EnrolmentRefusal.TOO_MANY_FACTORS)
        : Optional.empty();
  }

  /**
   * Whether this is a first enrolment and another browser was faster: two may stand at it, and the
   * first to bind a factor closes that door.
   */
  boolean boundElsewhere(SessionView view) {
    return !view.signedIn() && usable(view.account()) > 0;
  }

  private long usable(AccountId account) {
    return factors.ofAccount(account).stream().filter(MayEnrol::usable).count();
  }

  private static boolean usable(Factor factor) {
    return factor.fold(begun -> false, active -> true, held -> true, ended -> false);
  }
}

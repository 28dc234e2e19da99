package org.sparekey.web.user.factors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.enrolment.BeginOutcome;
import org.sparekey.application.enrolment.BeginTotpEnrolment;
import org.sparekey.application.enrolment.BindOutcome;
import org.sparekey.application.enrolment.ConfirmTotpEnrolment;
import org.sparekey.application.enrolment.EnrolmentRefusal;
import org.sparekey.application.enrolment.EnrolmentView;
import org.sparekey.application.enrolment.ShowTotpEnrolment;
import org.sparekey.domain.account.Session;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The page /factors/enrol. */
@Named
@RequestScoped
public class EnrolBacking {

  @Inject BeginTotpEnrolment begin;
  @Inject ShowTotpEnrolment show;
  @Inject ConfirmTotpEnrolment confirm;
  @Inject NewDeviceBacking typed;
  @Inject Visit visit;

  private boolean looked;
  private @Nullable EnrolmentView pending;

  /** Who comes from the list gives password and code first, rather than after all the typing. */
  public void arrive() {
    if (!isFirst() && !visit.session().recentlyConfirmed()) {
      visit.confirmFirst();
    }
  }

  public void begin() {
    BeginOutcome outcome = begin.begin(visit.session(), visit.origin());
    if (outcome instanceof BeginOutcome.Refused refused) {
      visit.refuse(refused.reason().code());
    } else {
      visit.again();
    }
  }

  public void confirm() {
    if (getPending().isEmpty()) {
      visit.refuse(EnrolmentRefusal.NO_ENROLMENT.code());
      return;
    }
    BindOutcome outcome =
        confirm.confirm(
            visit.session(),
            getPending().get().id(),
            typed.getDevice(),
            typed.getCode(),
            visit.origin());
    if (outcome instanceof BindOutcome.Bound bound) {
      bound.newSessionToken().ifPresent(token -> visit.keep(CookieName.SESSION, token));
      visit.go("/factors/enrolled");
    } else if (outcome instanceof BindOutcome.Refused refused) {
      visit.refuse(fieldOf(refused.reason()), refused.reason().code(), refused.retryAt());
    }
  }

  private static @Nullable String fieldOf(EnrolmentRefusal reason) {
    return switch (reason) {
      case BAD_DEVICE_NAME -> "device";
      case WRONG_CODE, MALFORMED_CODE, REPLAYED_CODE, THROTTLED -> "code";
      default -> null;
    };
  }

  /** Whether it is the account's first factor, at the first sign-in. */
  public boolean isFirst() {
    return visit.session().level() == Session.Level.ENROLMENT;
  }

  /** What to scan; empty before the ceremony has begun and after its time. */
  public Optional<EnrolmentView> getPending() {
    if (!looked) {
      pending = show.show(visit.session()).orElse(null);
      looked = true;
    }
    return Optional.ofNullable(pending);
  }
}

package org.sparekey.web.user.factors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.enrolment.BindOutcome;
import org.sparekey.application.enrolment.ConfirmPhoneEnrolment;
import org.sparekey.application.enrolment.EnrolmentRefusal;
import org.sparekey.application.enrolment.PhoneEnrolmentView;
import org.sparekey.application.enrolment.ShowPhoneEnrolment;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The code that binds a phone, on /factors/enrol/sms and /factors/enrol/voice. */
@Named
@RequestScoped
public class PhoneCodeBacking {

  @Inject ShowPhoneEnrolment show;
  @Inject ConfirmPhoneEnrolment confirm;
  @Inject NewDeviceBacking typed;
  @Inject Visit visit;

  /** Binds the phone that waits by the code that was typed. */
  public void confirm() {
    Optional<PhoneEnrolmentView> pending = show.show(visit.session());
    if (pending.isEmpty()) {
      visit.refuse(EnrolmentRefusal.NO_ENROLMENT.code());
      return;
    }
    BindOutcome outcome =
        confirm.confirm(
            visit.session(),
            pending.get().id(),
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
}

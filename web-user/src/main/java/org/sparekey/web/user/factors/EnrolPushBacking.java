package org.sparekey.web.user.factors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.enrolment.BeginOutcome;
import org.sparekey.application.enrolment.BeginPushEnrolment;
import org.sparekey.application.enrolment.BindOutcome;
import org.sparekey.application.enrolment.ConfirmPushEnrolment;
import org.sparekey.application.enrolment.EnrolmentRefusal;
import org.sparekey.application.enrolment.PushEnrolmentView;
import org.sparekey.application.enrolment.RefusePhone;
import org.sparekey.application.enrolment.ShowPushEnrolment;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The page /factors/enrol/push. */
@Named
@RequestScoped
public class EnrolPushBacking {

  @Inject BeginPushEnrolment begin;
  @Inject ShowPushEnrolment show;
  @Inject ConfirmPushEnrolment confirm;
  @Inject RefusePhone refuse;
  @Inject EnrolBacking enrol;
  @Inject NewDeviceBacking typed;
  @Inject Visit visit;

  private boolean looked;
  private @Nullable PushEnrolmentView pending;

  /** Who comes from the list gives password and code first, rather than after all the typing. */
  public void arrive() {
    enrol.arrive();
  }

  public void begin() {
    BeginOutcome outcome = begin.begin(visit.session(), visit.origin());
    if (outcome instanceof BeginOutcome.Refused refused) {
      visit.refuse(refused.reason().code());
    } else {
      visit.again();
    }
  }

  /** The phone that is named is the owner's. */
  public void confirm() {
    if (getPending().isEmpty()) {
      visit.refuse(EnrolmentRefusal.NO_ENROLMENT.code());
      return;
    }
    BindOutcome outcome =
        confirm.confirm(
            visit.session(), getPending().get().id(), typed.getDevice(), visit.origin());
    if (outcome instanceof BindOutcome.Bound bound) {
      bound.newSessionToken().ifPresent(token -> visit.keep(CookieName.SESSION, token));
      visit.go("/factors/enrolled");
    } else if (outcome instanceof BindOutcome.Refused refused) {
      String field = refused.reason() == EnrolmentRefusal.BAD_DEVICE_NAME ? "device" : null;
      visit.refuse(field, refused.reason().code(), refused.retryAt());
    }
  }

  /** It is not: it is forgotten. */
  public void refuse() {
    refuse.refuse(visit.session(), visit.origin());
    visit.go("/factors/enrol/push?done=phone-forgotten");
  }

  /** What to scan; empty before the ceremony has begun and after its time. */
  public Optional<PushEnrolmentView> getPending() {
    if (!looked) {
      pending = show.show(visit.session()).orElse(null);
      looked = true;
    }
    return Optional.ofNullable(pending);
  }

  /** The phone that gave the code. */
  public Optional<PushEnrolmentView.ClaimedPhone> getPhone() {
    return getPending().flatMap(PushEnrolmentView::phone);
  }

  public boolean isWaiting() {
    return getPending().isPresent() && getPhone().isEmpty();
  }
}

package org.sparekey.web.user.factors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.enrolment.AskOktaEnrolment;
import org.sparekey.application.enrolment.BeginOktaEnrolment;
import org.sparekey.application.enrolment.BeginOutcome;
import org.sparekey.application.enrolment.BindOutcome;
import org.sparekey.application.enrolment.ConfirmOktaEnrolment;
import org.sparekey.application.enrolment.EnrolmentRefusal;
import org.sparekey.application.enrolment.OktaEnrolmentView;
import org.sparekey.application.enrolment.ShowOktaEnrolment;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The page /factors/enrol/okta. */
@Named
@RequestScoped
public class EnrolOktaBacking {

  @Inject BeginOktaEnrolment begin;
  @Inject ShowOktaEnrolment show;
  @Inject AskOktaEnrolment ask;
  @Inject ConfirmOktaEnrolment confirm;
  @Inject NewDeviceBacking typed;
  @Inject Visit visit;

  private boolean looked;
  private @Nullable OktaEnrolmentView pending;

  public void begin() {
    BeginOutcome outcome = begin.begin(visit.session(), visit.origin());
    if (outcome instanceof BeginOutcome.Refused refused) {
      visit.refuse(refused.reason().code());
    } else {
      visit.again();
    }
  }

  public void ask() {
    ask.ask(visit.session(), visit.origin())
        .ifPresentOrElse(reason -> visit.refuse(reason.code()), visit::again);
  }

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
      boolean ofTheName = refused.reason() == EnrolmentRefusal.BAD_DEVICE_NAME;
      visit.refuse(ofTheName ? "device" : null, refused.reason().code(), refused.retryAt());
    }
  }

  /** How far it is: none, wanted, scanning, found, asked, approved, failed. */
  public String getState() {
    return getPending()
        .map(view -> view.failure().isPresent() ? "failed" : view.state())
        .orElse("none");
  }

  /** The state, and what else makes the page worth another look. */
  public String getMark() {
    return getState() + getPending().flatMap(OktaEnrolmentView::number).orElse("");
  }

  /** Whether something is still to come without the owner's doing here. */
  public boolean isUnderWay() {
    String state = getState();
    return state.equals("wanted") || state.equals("scanning") || state.equals("asked");
  }

  /** The ceremony of this session; empty before it has begun and after its time. */
  public Optional<OktaEnrolmentView> getPending() {
    if (!looked) {
      pending = show.show(visit.session()).orElse(null);
      looked = true;
    }
    return Optional.ofNullable(pending);
  }
}

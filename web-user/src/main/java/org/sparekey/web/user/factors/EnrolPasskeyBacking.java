package org.sparekey.web.user.factors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.enrolment.BeginOutcome;
import org.sparekey.application.enrolment.BeginPasskeyEnrolment;
import org.sparekey.application.enrolment.BindOutcome;
import org.sparekey.application.enrolment.ConfirmPasskeyEnrolment;
import org.sparekey.application.enrolment.EnrolmentRefusal;
import org.sparekey.application.enrolment.PasskeyEnrolmentView;
import org.sparekey.application.enrolment.ShowPasskeyEnrolment;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** The pages /factors/enrol/passkey and /factors/enrol/security-key. */
@Named
@RequestScoped
public class EnrolPasskeyBacking {

  @Inject BeginPasskeyEnrolment begin;
  @Inject ShowPasskeyEnrolment show;
  @Inject ConfirmPasskeyEnrolment confirm;
  @Inject NewDeviceBacking typed;
  @Inject Visit visit;

  private String credential = "";
  private boolean looked;
  private @Nullable PasskeyEnrolmentView pending;

  public void beginPasskey() {
    begin(true);
  }

  public void beginSecurityKey() {
    begin(false);
  }

  private void begin(boolean alone) {
    BeginOutcome outcome = begin.begin(visit.session(), alone, visit.origin());
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
            credential,
            visit.origin());
    if (outcome instanceof BindOutcome.Bound bound) {
      bound.newSessionToken().ifPresent(token -> visit.keep(CookieName.SESSION, token));
      visit.go("/factors/enrolled");
    } else if (outcome instanceof BindOutcome.Refused refused) {
      boolean ofTheName = refused.reason() == EnrolmentRefusal.BAD_DEVICE_NAME;
      visit.refuse(ofTheName ? "device" : null, refused.reason().code(), refused.retryAt());
    }
  }

  /** Whether the ceremony of this session has begun, and is about this kind. */
  public boolean pendingIs(String kind) {
    return getPending().filter(view -> view.kind().equals(kind)).isPresent();
  }

  /** What the browser needs; empty before the ceremony has begun and after its time. */
  public Optional<PasskeyEnrolmentView> getPending() {
    if (!looked) {
      pending = show.show(visit.session()).orElse(null);
      looked = true;
    }
    return Optional.ofNullable(pending);
  }

  /** What the browser made is told to the server, and never back. */
  public String getCredential() {
    return "";
  }

  public void setCredential(String credential) {
    this.credential = credential;
  }
}

package org.sparekey.web.user.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.sparekey.application.enrolment.EnrolmentView;
import org.sparekey.application.recovery.BeginRecoveryEnrolment;
import org.sparekey.application.recovery.CompleteRecovery;
import org.sparekey.application.recovery.RecoveryRefusal;
import org.sparekey.application.recovery.RecoveryView;
import org.sparekey.web.user.factors.NewDeviceBacking;
import org.sparekey.web.user.visit.Visit;

/** The page /recover/enrol: the new factor is confirmed first, then the swap is made. */
@Named
@RequestScoped
public class RecoverEnrolBacking {

  @Inject RecoveryBacking recovery;
  @Inject BeginRecoveryEnrolment begin;
  @Inject CompleteRecovery complete;
  @Inject NewDeviceBacking typed;
  @Inject Visit visit;

  public void begin() {
    recovery.act(token -> begin.begin(token, visit.origin()), null, "/recover/enrol");
  }

  public void complete() {
    Optional<EnrolmentView> pending = recovery.found().flatMap(RecoveryView::enrolment);
    if (pending.isEmpty()) {
      visit.refuse(RecoveryRefusal.ENROLMENT_OVER.code());
      return;
    }
    recovery.act(
        token ->
            complete.complete(
                token, pending.get().id(), typed.getDevice(), typed.getCode(), visit.origin()),
        "code",
        null);
  }
}

package org.sparekey.web.user.factors;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.sparekey.application.enrolment.EnrolmentRefusal;
import org.sparekey.application.enrolment.RemoveOwnFactor;
import org.sparekey.application.enrolment.RenameOwnFactor;
import org.sparekey.application.signin.FactorView;
import org.sparekey.web.user.visit.Visit;

/** The pages /factors/rename and /factors/remove, about the factor that the address names. */
@Named
@RequestScoped
public class ChosenFactorBacking {

  @Inject FactorsBacking own;
  @Inject RenameOwnFactor rename;
  @Inject RemoveOwnFactor remove;
  @Inject Visit visit;

  private String device = "";

  @PostConstruct
  void prefill() {
    device = visit.param("device");
    if (device.isEmpty()) {
      device = chosen().map(FactorView::device).orElse("");
    }
  }

  /** Gone meanwhile, or never there: the list says what is. */
  public void arrive() {
    if (chosen().isEmpty()) {
      visit.go("/factors");
    }
  }

  public void rename() {
    chosen()
        .ifPresent(
            it ->
                settle(
                    rename.rename(visit.session(), it.id(), device, visit.origin()),
                    "factor-renamed"));
  }

  public void remove() {
    chosen()
        .ifPresent(
            it ->
                settle(remove.remove(visit.session(), it.id(), visit.origin()), "factor-removed"));
  }

  private void settle(Optional<EnrolmentRefusal> refusal, String done) {
    refusal.ifPresentOrElse(
        reason ->
            visit.refuse(
                reason == EnrolmentRefusal.BAD_DEVICE_NAME ? "device" : null,
                reason.code(),
                Optional.empty()),
        () -> visit.go("/factors?done=" + done));
  }

  private Optional<FactorView> chosen() {
    String id = visit.param("factor");
    return own.getFactors().stream().filter(it -> it.id().toString().equals(id)).findFirst();
  }

  /** Whether the owner would have no other factor in use. */
  public boolean isLast() {
    String id = visit.param("factor");
    return own.getFactors().stream()
        .noneMatch(it -> it.status().equals("active") && !it.id().toString().equals(id));
  }

  /** The chosen factor's device as it is called now. */
  public String getPresentName() {
    return chosen().map(FactorView::device).orElse("");
  }

  public String getDevice() {
    return device;
  }

  public void setDevice(String device) {
    this.device = device;
  }
}

package org.sparekey.web.user.factors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.sparekey.application.enrolment.EnrolmentRefusal;
import org.sparekey.application.enrolment.ReinstateDevice;
import org.sparekey.application.enrolment.RenameOwnDevice;
import org.sparekey.application.enrolment.ReportLostDevice;
import org.sparekey.web.user.visit.Visit;

/** The page /factors/device, about the device that the address names. */
@Named
@RequestScoped
public class DeviceBacking {

  @Inject FactorsBacking own;
  @Inject RenameOwnDevice rename;
  @Inject ReportLostDevice lost;
  @Inject ReinstateDevice found;
  @Inject Visit visit;

  private String newName = "";

  /** Gone meanwhile, or never there: the list says what is. */
  public void arrive() {
    if (getDevice().isEmpty()) {
      visit.go("/factors");
    }
  }

  public void rename() {
    settle(rename.rename(visit.session(), name(), newName, visit.origin()), "device-renamed");
  }

  public void lost() {
    settle(lost.report(visit.session(), name(), visit.origin()), "device-lost");
  }

  public void found() {
    settle(found.reinstate(visit.session(), name(), visit.origin()), "device-found");
  }

  private void settle(Optional<EnrolmentRefusal> refusal, String done) {
    refusal.ifPresentOrElse(
        reason ->
            visit.refuse(
                reason == EnrolmentRefusal.BAD_DEVICE_NAME ? "new-name" : null,
                reason.code(),
                Optional.empty()),
        () -> visit.go("/factors?done=" + done));
  }

  /** The device, while something lives on it. */
  public Optional<FactorsBacking.Device> getDevice() {
    return own.getDevices().stream()
        .filter(device -> device.name().equalsIgnoreCase(name()))
        .findFirst();
  }

  /** Whether nothing else could answer a sign-in. */
  public boolean isOnly() {
    return own.getDevices().stream().filter(FactorsBacking.Device::inUse).count() < 2;
  }

  private String name() {
    return visit.param("device");
  }

  public String getNewName() {
    return newName.isEmpty() ? name() : newName;
  }

  public void setNewName(String newName) {
    this.newName = newName;
  }
}

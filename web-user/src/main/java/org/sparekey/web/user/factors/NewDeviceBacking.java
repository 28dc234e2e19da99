package org.sparekey.web.user.factors;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sparekey.web.user.visit.Visit;

/** What is typed to confirm a new device, on /factors/enrol and /recover/enrol. */
@Named
@RequestScoped
public class NewDeviceBacking {

  @Inject Visit visit;

  private String device = "";
  private String code = "";

  @PostConstruct
  void prefill() {
    device = visit.param("device");
  }

  public String getDevice() {
    return device;
  }

  public void setDevice(String device) {
    this.device = device;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}

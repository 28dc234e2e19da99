package org.sparekey.web.user.drill;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.sparekey.application.drill.RehearseApp;
import org.sparekey.application.drill.RehearseMailedCode;
import org.sparekey.application.drill.RehearsePassword;
import org.sparekey.application.drill.RehearseRecoveryCode;
import org.sparekey.application.drill.SendDrillCode;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.visit.Visit;

/** What is typed on the page /account/rehearsal. */
@Named
@RequestScoped
public class DrillProofsBacking {

  @Inject DrillBacking drill;
  @Inject RehearsePassword byPassword;
  @Inject SendDrillCode send;
  @Inject RehearseMailedCode byCode;
  @Inject RehearseRecoveryCode bySaved;
  @Inject RehearseApp byApp;
  @Inject Visit visit;

  private String password = "";
  private String code = "";
  private String saved = "";
  private String app = "";

  public void provePassword() {
    drill.act(
        "password",
        () -> byPassword.rehearse(visit.session(), Secret.ofText(password), visit.origin()));
  }

  public void send() {
    drill.act(null, () -> send.send(visit.session(), visit.origin()));
  }

  public void proveCode() {
    drill.act("code", () -> byCode.rehearse(visit.session(), code, visit.origin()));
  }

  public void proveSaved() {
    drill.act(
        "saved", () -> bySaved.rehearse(visit.session(), Secret.ofText(saved), visit.origin()));
  }

  public void proveApp() {
    Optional<FactorId> factor = FactorId.parse(visit.param("factor"));
    if (factor.isEmpty()) {
      visit.refuse("unknown-factor");
      return;
    }
    drill.act("app", () -> byApp.rehearse(visit.session(), factor.get(), app, visit.origin()));
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getSaved() {
    return saved;
  }

  public void setSaved(String saved) {
    this.saved = saved;
  }

  public String getApp() {
    return app;
  }

  public void setApp(String app) {
    this.app = app;
  }
}

package org.sparekey.web.user.veto;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sparekey.application.recovery.RecoveryAnswer;
import org.sparekey.application.recovery.VetoBySurvivingFactor;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.web.user.visit.Visit;

/** The page /veto/factor: stops a recovery without a session and without a mail. */
@Named
@RequestScoped
public class VetoByFactorBacking {

  @Inject VetoBySurvivingFactor veto;
  @Inject Visit visit;

  private String name = "";
  private String code = "";

  public void stop() {
    RecoveryAnswer answer = veto.veto(name, code, visit.origin());
    if (answer instanceof RecoveryAnswer.Refused refused) {
      visit.refuse(null, refused.reason().code(), refused.retryAt());
    } else if (answer instanceof RecoveryAnswer.Done done) {
      boolean contest = done.status() == RecoveryStatus.COMPLETED;
      visit.go(contest ? "/veto/factor?done=contested" : "/veto/factor?done=stopped");
    }
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}

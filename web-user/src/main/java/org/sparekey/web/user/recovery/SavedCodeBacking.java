package org.sparekey.web.user.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sparekey.application.recovery.ProveByRecoveryCode;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.shared.Secret;
import org.sparekey.web.user.visit.Visit;

/** A saved recovery code on /recover/prove, and what is said of it on /recover/done. */
@Named
@RequestScoped
public class SavedCodeBacking {

  @Inject RecoveryBacking recovery;
  @Inject ProveByRecoveryCode byRecoveryCode;
  @Inject Visit visit;

  private String code = "";

  public void prove() {
    recovery.act(
        token -> byRecoveryCode.prove(token, Secret.ofText(code), visit.origin()), "saved", null);
  }

  /** Whether one was used up in this recovery. */
  public boolean isUsed() {
    return recovery
        .found()
        .filter(it -> it.given().contains(EvidenceKind.RECOVERY_CODE))
        .isPresent();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}

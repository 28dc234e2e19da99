package org.sparekey.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.recovery.ApproveRecovery;
import org.sparekey.application.recovery.DenyRecovery;
import org.sparekey.application.recovery.OpinionAnswer;
import org.sparekey.application.recovery.OpinionRefusal;
import org.sparekey.domain.shared.RecoveryId;

/** What a person of the staff says to a recovery, on the page /admin/recovery. */
@Named
@RequestScoped
public class OpinionBacking {

  @Inject StaffDoor door;
  @Inject StaffActs acts;
  @Inject ApproveRecovery approve;
  @Inject DenyRecovery deny;

  private String code = "";
  private String reason = "";
  private String denial = "";

  public void approve() {
    decide(
        (visitor, id) -> approve.approve(visitor.session(), id, code, reason, visitor.origin()),
        "reason",
        "recovery-approved");
  }

  public void deny() {
    decide(
        (visitor, id) -> deny.deny(visitor.session(), id, denial, visitor.origin()),
        "denial",
        "recovery-denied");
  }

  private void decide(
      BiFunction<StaffDoor.Visitor, RecoveryId, OpinionAnswer> say,
      String reasonField,
      String done) {
    String here = "/admin/recovery?id=" + door.param("id");
    Optional<RecoveryId> id = RecoveryId.parse(door.param("id"));
    Optional<StaffDoor.Visitor> visitor = acts.visitor();
    if (visitor.isEmpty() || id.isEmpty()) {
      acts.go("/admin/recoveries");
      return;
    }
    OpinionAnswer answer = say.apply(visitor.get(), id.get());
    if (answer instanceof OpinionAnswer.Refused refused) {
      acts.refuse(field(refused.reason(), reasonField), refused.reason().code(), here);
    } else {
      acts.go(here + "&done=" + done);
    }
  }

  private static @Nullable String field(OpinionRefusal why, String reasonField) {
    return switch (why) {
      case REASON -> reasonField;
      case WRONG_CODE -> "code";
      case NOT_ALLOWED, NOT_CONFIRMED, UNKNOWN, NOT_WAITING, OWN_ACCOUNT, SAID_BEFORE, TOO_MANY ->
          null;
    };
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getDenial() {
    return denial;
  }

  public void setDenial(String denial) {
    this.denial = denial;
  }
}

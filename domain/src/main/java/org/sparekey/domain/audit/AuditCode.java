package org.sparekey.domain.audit;

import java.util.Arrays;
import java.util.Optional;

/** What happened. Codes are stable for ever: never renamed, never used again for something else. */
public enum AuditCode {
  ACCOUNT_CREATED("account.created"),
  PASSWORD_CHECKED("signin.password"),
  FACTOR_ASKED("signin.factor-asked"),
  FACTOR_CHECKED("signin.factor"),
  FACTOR_REPLAYED("signin.factor.replayed"),
  PASSKEY_CHECKED("signin.passkey"),
  SESSION_STARTED("session.started"),
  SESSION_ENDED("session.ended"),
  SESSION_REVOKED("session.revoked"),
  SESSION_CONFIRMED("session.confirmed"),
  BROWSER_REMEMBERED("browser.remembered"),
  BROWSER_STOOD_IN("browser.stood-in"),
  BROWSER_REMEMBERING_ENDED("browser.remembering-ended"),
  BROWSER_FORGOTTEN("browser.forgotten"),
  ENROLMENT_BEGUN("factor.enrolment-begun"),
  FACTOR_BOUND("factor.bound"),
  FACTOR_RENAMED("factor.renamed"),
  FACTOR_REMOVED("factor.removed"),
  PUSH_CLAIMED("push.claimed"),
  PUSH_CLAIM_REFUSED("push.claim-refused"),
  PUSH_SUBSCRIBED("push.subscribed"),
  PUSH_ANSWERED("push.answered"),
  PUSH_STOPPED("push.stopped"),
  PUSH_ALLOWED("push.allowed"),
  FACTOR_SUSPENDED("factor.suspended"),
  FACTOR_REINSTATED("factor.reinstated"),
  FACTOR_RESET_AT_OKTA("factor.reset-at-okta"),
  RECOVERY_CODES_MADE("recovery-codes.made"),
  RECOVERY_CODES_REPLACED("recovery-codes.replaced"),
  RECOVERY_CODES_REISSUED("recovery-codes.reissued"),
  RECOVERY_CODES_SPENT("recovery-codes.spent"),
  RECOVERY_CODES_ENDED("recovery-codes.ended"),
  CONTACT_ADDED("contact.added"),
  CONTACT_CODE_SENT("contact.code-sent"),
  CONTACT_CONFIRMED("contact.confirmed"),
  CONTACT_REMOVED("contact.removed"),
  /** The owner said on which device a mailbox depends, or on none. */
  CONTACT_DEPENDENCY_SAID("contact.dependency-said"),
  RECOVERY_CONTACT_INVITED("recovery-contact.invited"),
  RECOVERY_CONTACT_ACCEPTED("recovery-contact.accepted"),
  RECOVERY_CONTACT_DECLINED("recovery-contact.declined"),
  RECOVERY_CONTACT_WITHDRAWN("recovery-contact.withdrawn"),
  RECOVERY_CONTACT_REMOVED("recovery-contact.removed"),
  LANGUAGE_CHANGED("account.language-changed"),
  PASSWORD_CHANGED("password.changed"),
  PASSWORD_RESET_REQUESTED("password.reset-requested"),
  PASSWORD_RESET("password.reset"),
  RECOVERY_REQUESTED("recovery.requested"),
  RECOVERY_CODE_SENT("recovery.code-sent"),
  RECOVERY_EVIDENCE("recovery.evidence"),
  RECOVERY_CONTACTS_ASKED("recovery.contacts-asked"),
  RECOVERY_CONTACT_VOUCHED("recovery.contact-vouched"),
  RECOVERY_CONTACT_DOUBTED("recovery.contact-doubted"),
  RECOVERY_CONTACT_COUNTED("recovery.contact-counted"),
  RECOVERY_LOSS_SAID("recovery.loss-said"),
  RECOVERY_APPROVAL_NEEDED("recovery.approval-needed"),
  RECOVERY_APPROVED("recovery.approved"),
  RECOVERY_DENIED("recovery.denied"),
  RECOVERY_OPINION_REFUSED("recovery.opinion-refused"),
  RECOVERY_DECIDED("recovery.decided"),
  RECOVERY_HOLD_BEGUN("recovery.hold-begun"),
  RECOVERY_HOLD_SHORTENED("recovery.hold-shortened"),
  RECOVERY_HOLD_EXTENDED("recovery.hold-extended"),
  RECOVERY_READY("recovery.ready"),
  RECOVERY_ENROLMENT_BEGUN("recovery.enrolment-begun"),
  RECOVERY_FACTOR_CHECKED("recovery.factor-checked"),
  RECOVERY_COMPLETED("recovery.completed"),
  RECOVERY_CANCELLED("recovery.cancelled"),
  RECOVERY_VETOED("recovery.vetoed"),
  RECOVERY_CONTESTED("recovery.contested"),
  RECOVERY_EXPIRED("recovery.expired"),
  DRILL_BEGUN("drill.begun"),
  DRILL_CODE_SENT("drill.code-sent"),
  DRILL_PROOF("drill.proof"),
  DRILL_FINISHED("drill.finished"),
  REMINDER_SENT("reminder.sent"),
  REMINDERS_CHANGED("reminder.changed"),
  NOTICE_DELIVERED("notice.delivered"),
  NOTICE_UNDELIVERABLE("notice.undeliverable"),
  /** Codes for phones are stopped or cannot be sent; people should look. */
  TELEPHONY_ALARM("telephony.alarm"),
  STAFF_SEARCHED("staff.account-searched"),
  STAFF_VIEWED("staff.account-viewed"),
  STAFF_REFUSED("staff.refused"),
  POLICY_VIEWED("policy.viewed"),
  POLICY_EXPORTED("policy.exported"),
  POLICY_TRIED("policy.tried"),
  POLICY_DRAFT_STARTED("policy.draft-started"),
  POLICY_DRAFT_CHANGED("policy.draft-changed"),
  POLICY_DRAFT_DISCARDED("policy.draft-discarded"),
  POLICY_PROPOSED("policy.proposed"),
  POLICY_PUBLISHED("policy.published"),
  POLICY_ASSIGNED("policy.assigned"),
  POLICY_RETIRED("policy.retired"),
  AUDIT_SEARCHED("audit.searched"),
  AUDIT_EXPORTED("audit.exported"),
  CLOCK_MOVED("clock.moved"),
  AUDIT_STARTED("audit.started"),
  AUDIT_STOPPED("audit.stopped");

  private final String code;

  AuditCode(String code) {
    this.code = code;
  }

  /** The stable code, for storage, audit and message keys. */
  public String code() {
    return code;
  }

  /** The code with this text; empty when there is none. */
  public static Optional<AuditCode> ofCode(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}

package org.sparekey.application.delivery;

/** What an owner is told about; {@link #code()} is the message key's part and the outbox's kind. */
public enum NoticeKind {
  NEW_BROWSER("new-browser"),
  /** A browser stands in for the factor from now on. */
  BROWSER_REMEMBERED("browser-remembered"),
  FACTOR_BOUND("factor-bound"),
  FACTOR_REMOVED("factor-removed"),
  /** A passkey or security key was taken out of use: perhaps there is a copy of it. */
  FACTOR_COPIED("factor-copied"),
  /** "Not me" was said on the phone: questions are stopped. */
  PUSH_NOT_ME("push-not-me"),
  /** … and allowed again. */
  PUSH_ALLOWED("push-allowed"),
  /** The first sheet of recovery codes; says which batch. */
  RECOVERY_CODES_MADE("recovery-codes-made"),
  /** A new sheet, the one before is worthless (NIST SP 800-63B-4 §4.2.1.1); says which batch. */
  RECOVERY_CODES_REPLACED("recovery-codes-replaced"),
  /** A recovery code was used in a recovery; says which, and how many are left. */
  RECOVERY_CODE_USED("recovery-code-used"),
  /** A recovery code was shown in a drill, and is still good; says which. */
  RECOVERY_CODE_REHEARSED("recovery-code-rehearsed"),
  /** Codes were issued in the place of used ones. */
  RECOVERY_CODES_REISSUED("recovery-codes-reissued"),
  /** Everything on a device is out of use. */
  DEVICE_LOST("device-lost"),
  /** … and in use again. */
  DEVICE_FOUND("device-found"),
  CONTACT_ADDED("contact-added"),
  CONTACT_CONFIRMED("contact-confirmed"),
  CONTACT_REMOVED("contact-removed"),
  /** The owner said with which device a mailbox opens, or that it takes none. */
  CONTACT_DEPENDENCY_SAID("contact-dependency-said"),
  /** Somebody was asked to be a recovery contact; names the person. */
  RECOVERY_CONTACT_INVITED("recovery-contact-invited"),
  /** … said yes. */
  RECOVERY_CONTACT_ACCEPTED("recovery-contact-accepted"),
  /** … said no, or withdrew. */
  RECOVERY_CONTACT_DECLINED("recovery-contact-declined"),
  /** … was taken off the list. */
  RECOVERY_CONTACT_REMOVED("recovery-contact-removed"),
  /** In a recovery the recovery contacts are asked for help. */
  RECOVERY_CONTACTS_ASKED("recovery-contacts-asked"),
  /** One of them says that something is wrong; names the person. */
  RECOVERY_CONTACT_DOUBTED("recovery-contact-doubted"),
  /** A reminder: some usual loss locks the owner out. */
  WAY_BACK_MISSING("way-back-missing"),
  /** A reminder: the way back was not tried for long. */
  WAY_BACK_UNTRIED("way-back-untried"),
  PASSWORD_CHANGED("password-changed"),
  PASSWORD_RESET("password-reset"),
  /** To administrators: another one asks for a signature under a policy. */
  POLICY_PROPOSED("policy-proposed"),
  /** To administrators: another one put a version of a policy into force. */
  POLICY_PUBLISHED("policy-published"),
  /** To administrators: another one said for whom a policy holds. */
  POLICY_ASSIGNED("policy-assigned"),
  /** To administrators: another one retired a policy. */
  POLICY_RETIRED("policy-retired"),
  /** A recovery is proved and waits for people. */
  RECOVERY_APPROVING("recovery-approving"),
  /** A recovery is proved and waits; says until when. */
  RECOVERY_HOLDING("recovery-holding"),
  /** A new factor may be bound now. */
  RECOVERY_READY("recovery-ready"),
  RECOVERY_COMPLETED("recovery-completed"),
  /** A proved recovery was given up. */
  RECOVERY_CANCELLED("recovery-cancelled"),
  /** A proved recovery ended, for a stricter version of the policy asks for more proof. */
  RECOVERY_RULES_STRICTER("recovery-rules-stricter"),
  /** People denied a proved recovery. */
  RECOVERY_DENIED("recovery-denied"),
  /** Too many proofs were wrong, after one was right. */
  RECOVERY_TOO_MANY_WRONG("recovery-too-many-wrong"),
  RECOVERY_VETOED("recovery-vetoed"),
  /** A proved recovery was not finished in time. */
  RECOVERY_EXPIRED("recovery-expired"),
  /** The owner took the new factor out of use after the reset. */
  RECOVERY_CONTESTED("recovery-contested");

  private final String code;

  NoticeKind(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}

package org.sparekey.domain.policy;

/** Why a recovery is looked at with more care; each reason is shown and audited. */
public enum RiskReason {
  /** The browser has not signed in to this account before. */
  UNKNOWN_BROWSER("unknown-browser"),
  /** A contact point was added or removed lately. */
  CONTACT_CHANGED("contact-changed"),
  /** The password was changed lately. */
  PASSWORD_CHANGED("password-changed"),
  /** Proofs failed in this recovery or shortly before. */
  FAILED_ATTEMPTS("failed-attempts"),
  /** The owner stopped a recovery lately. */
  EARLIER_VETO("earlier-veto");

  private final String code;

  RiskReason(String code) {
    this.code = code;
  }

  /** The stable code, for storage, audit and message keys. */
  public String code() {
    return code;
  }
}

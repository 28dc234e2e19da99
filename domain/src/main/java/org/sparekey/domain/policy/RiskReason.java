package org.sparekey.domain.policy;

import org.sparekey.domain.policy.RiskAssessment.Level;

/** Why a recovery is looked at with more care; each reason is shown and audited. */
public enum RiskReason {
  /** The browser has not signed in to this account before. */
  UNKNOWN_BROWSER("unknown-browser", Level.LOW),
  /** Nobody signed in to this account from this network before. */
  NEW_NETWORK("new-network", Level.ELEVATED),
  /** A contact point was added or removed lately. */
  CONTACT_CHANGED("contact-changed", Level.ELEVATED),
  /** The password was changed lately. */
  PASSWORD_CHANGED("password-changed", Level.ELEVATED),
  /** A factor with a telephone number was bound lately (attacks row 4). */
  NUMBER_CHANGED("number-changed", Level.ELEVATED),
  /** Proofs failed in this recovery or shortly before. */
  FAILED_ATTEMPTS("failed-attempts", Level.ELEVATED),
  /** The same source asked for the recovery of many accounts. */
  MANY_FROM_SOURCE("many-from-source", Level.HIGH),
  /** The owner stopped a recovery lately. */
  EARLIER_VETO("earlier-veto", Level.ELEVATED),
  /** One of these could not be found out: not knowing is a risk. */
  RISK_UNKNOWN("risk-unknown", Level.ELEVATED);

  private final String code;
  private final Level level;

  RiskReason(String code, Level level) {
    this.code = code;
    this.level = level;
  }

  /** The stable code, for storage, audit and message keys. */
  public String code() {
    return code;
  }

  /** How grave it is alone. */
  public Level level() {
    return level;
  }
}

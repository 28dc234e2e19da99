package org.sparekey.domain.account;

/** What a member of staff may do; {@link #code()} is stored. */
public enum StaffRole {
  /** Finds accounts, reads their factors and reset history. */
  SUPPORT("support"),
  /** Searches and exports the audit log. */
  COMPLIANCE("compliance"),
  /** Both, and the administration of the organisation. */
  ADMINISTRATOR("administrator");

  private final String code;

  StaffRole(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** Whether a holder of this role may look at accounts and their history. */
  public boolean mayReadAccounts() {
    return this == SUPPORT || this == ADMINISTRATOR;
  }

  /** Whether a holder of this role may write, publish and assign recovery policies. */
  public boolean mayWritePolicies() {
    return this == ADMINISTRATOR;
  }

  /** Whether a holder of this role may search and export the audit log. */
  public boolean mayReadAuditLog() {
    return this == COMPLIANCE || this == ADMINISTRATOR;
  }

  /** Whether a holder of this role may approve or deny recoveries that wait for people. */
  public boolean mayApproveRecoveries() {
    return this == SUPPORT || this == ADMINISTRATOR;
  }
}

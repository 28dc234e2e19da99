package org.sparekey.application.support;

/** Why a member of staff is not shown something; {@link #code()} is audited. */
public enum StaffRefusal {
  /** Password and factor have not both been given. */
  NOT_SIGNED_IN("not-signed-in"),
  /** No role of this person allows it. */
  ROLE_MISSING("role-missing"),
  /** There is no such account in this person's organisation; another's is unknown alike. */
  UNKNOWN_ACCOUNT("unknown-account"),
  /** The time after a reset, in which nobody takes much away at once. */
  ON_PROBATION("on-probation"),
  /** The hour's budget of exports is spent (attacks row 38). */
  TOO_MANY_EXPORTS("too-many-exports");

  private final String code;

  StaffRefusal(String code) {
    this.code = code;
  }

  /** The stable code: audit reason and end of the message key {@code reason.CODE}. */
  public String code() {
    return code;
  }
}

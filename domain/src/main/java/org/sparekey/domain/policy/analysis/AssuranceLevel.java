package org.sparekey.domain.policy.analysis;

/**
 * Up to which level of authentication a recovery may restore an account (NIST SP 800-63B-4 §4.2.2);
 * the lowest first.
 */
public enum AssuranceLevel {
  /** Not by any clause. */
  NONE("none"),
  /** Accounts with one factor. */
  AAL1("aal1"),
  /** Accounts with two. */
  AAL2("aal2"),
  /** Accounts with hardware, proofed at IAL1 or IAL2. */
  AAL3("aal3");

  private final String code;

  AssuranceLevel(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}

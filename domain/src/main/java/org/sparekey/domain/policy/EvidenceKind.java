package org.sparekey.domain.policy;

/** A kind of proof that can be given in a recovery. */
public enum EvidenceKind {
  /** Something the owner knows. */
  PASSWORD("password"),
  /** An issued recovery code, sent to a confirmed mailbox (NIST §4.2.1.2). */
  MAILED_CODE("mailed-code"),
  /** A saved recovery code, from a sheet of paper or wherever the owner put it (NIST §4.2.1.1). */
  RECOVERY_CODE("recovery-code");

  private final String code;

  EvidenceKind(String code) {
    this.code = code;
  }

  /** The stable code, for storage, audit and message keys. */
  public String code() {
    return code;
  }
}

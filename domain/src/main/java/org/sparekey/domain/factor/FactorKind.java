package org.sparekey.domain.factor;

/** The kinds of factor and what each can do; {@link #code()} is stored and audited. */
public enum FactorKind {
  /** A time-based one-time password app, RFC 6238. */
  TOTP("totp", "app", false);

  private final String code;
  private final String caepType;
  private final boolean phishingResistant;

  FactorKind(String code, String caepType, boolean phishingResistant) {
    this.code = code;
    this.caepType = caepType;
    this.phishingResistant = phishingResistant;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** The {@code credential_type} of a CAEP credential-change event. */
  public String caepType() {
    return caepType;
  }

  /** NIST SP 800-63B-4 §3.2.5. */
  public boolean phishingResistant() {
    return phishingResistant;
  }
}

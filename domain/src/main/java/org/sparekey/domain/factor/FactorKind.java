package org.sparekey.domain.factor;

/** The kinds of factor and what each can do; {@link #code()} is stored and audited. */
public enum FactorKind {
  /** A time-based one-time password app, RFC 6238. */
  TOTP("totp", "app", false),
  /** Sparekey's own authenticator: a key on the phone signs the answer. */
  PUSH("push", "app", false),
  /** Okta Verify, asked through Okta. */
  OKTA("okta", "app", false),
  /** A code by text message. */
  SMS("sms", "phone-sms", false),
  /** A code spoken in a call. */
  VOICE("voice", "phone-voice", false),
  /** A discoverable WebAuthn credential that verifies its user: it may stand alone. */
  PASSKEY("passkey", "fido2-platform", true),
  /** A WebAuthn credential as a second factor. */
  SECURITY_KEY("security-key", "fido2-roaming", true);

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

package org.sparekey.domain.policy;

import java.util.Arrays;
import java.util.Optional;
import org.sparekey.domain.factor.FactorKind;

/**
 * A kind of proof that can be given in a recovery. They stand in the order of what they cost the
 * owner, the cheapest first.
 */
public enum EvidenceKind {
  /** A browser that signed in to this account before: nothing to do. */
  KNOWN_BROWSER("known-browser"),
  /** Something the owner knows. */
  PASSWORD("password"),
  /** A passkey that is left. */
  PASSKEY("passkey"),
  /** A security key that is left. */
  SECURITY_KEY("security-key"),
  /** Sparekey's own authenticator on a device that is left. */
  PUSH("push"),
  /** Okta Verify on a device that is left. */
  OKTA("okta"),
  /** An authenticator app that is left. */
  TOTP("totp"),
  /** Any factor that is left, but no phone code; only a policy names it. */
  SURVIVING_FACTOR("surviving-factor"),
  /** A code by text message or call to a bound number (NIST SP 800-63B-4 §4.2.1.2). */
  PHONE_CODE("phone-code"),
  /** An issued recovery code, sent to a confirmed mailbox (NIST §4.2.1.2). */
  MAILED_CODE("mailed-code"),
  /** A saved recovery code, from a sheet of paper or wherever the owner put it (NIST §4.2.1.1). */
  RECOVERY_CODE("recovery-code"),
  /** The words of some of the people whom the owner chose (NIST §4.2.1.3). */
  RECOVERY_CONTACTS("recovery-contacts");

  private final String code;

  EvidenceKind(String code) {
    this.code = code;
  }

  /** The stable code, for storage, audit and message keys. */
  public String code() {
    return code;
  }

  /** The kind with this code; empty when there is none. */
  public static Optional<EvidenceKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }

  /** What a factor of this kind proves in a recovery. */
  public static EvidenceKind of(FactorKind kind) {
    return switch (kind) {
      case TOTP -> TOTP;
      case PUSH -> PUSH;
      case OKTA -> OKTA;
      case SMS, VOICE -> PHONE_CODE;
      case PASSKEY -> PASSKEY;
      case SECURITY_KEY -> SECURITY_KEY;
    };
  }

  /** Whether it is given with a factor that is left, phone codes aside. */
  public boolean byFactor() {
    return switch (this) {
      case TOTP, PUSH, OKTA, PASSKEY, SECURITY_KEY -> true;
      case KNOWN_BROWSER,
          PASSWORD,
          SURVIVING_FACTOR,
          PHONE_CODE,
          MAILED_CODE,
          RECOVERY_CODE,
          RECOVERY_CONTACTS ->
          false;
    };
  }

  /**
   * Whether a stranger may give it first. Before a first proof nothing is asked of factors, phones
   * or people, so that they tell and disturb nobody (attacks rows 8 and 16); a browser proves
   * nothing alone.
   */
  public boolean first() {
    return this == PASSWORD || this == MAILED_CODE || this == RECOVERY_CODE;
  }

  /** Whether a policy that asks for this is content with that. */
  public boolean metBy(EvidenceKind given) {
    return this == given || (this == SURVIVING_FACTOR && given.byFactor());
  }
}

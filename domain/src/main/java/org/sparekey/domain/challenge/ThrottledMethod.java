package org.sparekey.domain.challenge;

/** The methods whose failures are counted, each by itself (attacks row 13, 15). */
public enum ThrottledMethod {
  PASSWORD("password"),
  TOTP("totp"),
  /** Questions to the phones of an account, since the last success. */
  PUSH_QUESTION("push-question"),
  /** The number that the page shows, typed on the phone. */
  PUSH_NUMBER("push-number"),
  /** The password as a proof in a recovery: failing there never locks sign-in. */
  RECOVERY_PASSWORD("recovery-password"),
  MAILED_CODE("mailed-code"),
  RECOVERY_CODE("recovery-code"),
  /** The codes that recovery contacts read out. */
  RECOVERY_CONTACT("recovery-contact"),
  CONTACT_CODE("contact-code"),
  /** Codes by text and call, as a factor. */
  PHONE_CODE("phone-code"),
  /** Pushes of Okta Verify since the last that was approved. */
  OKTA_PUSH("okta-push");

  private final String code;

  ThrottledMethod(String code) {
    this.code = code;
  }

  /** The stable code, for storage, audit and message keys. */
  public String code() {
    return code;
  }
}

package org.sparekey.domain.policy.analysis;

/** How an account is opened without a recovery; {@link #code()} is the message key. */
public enum SignInKind {
  /** The password and a factor. */
  PASSWORD_AND_FACTOR("password-and-factor"),
  /** A passkey alone: it checks its user. */
  PASSKEY("passkey"),
  /** The password alone, while the account has no factor: the sign-in binds the first. */
  PASSWORD_ALONE("password-alone"),
  /** A password reset by a mailed code and a factor, then the sign-in by both. */
  PASSWORD_RESET("password-reset");

  private final String code;

  SignInKind(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}

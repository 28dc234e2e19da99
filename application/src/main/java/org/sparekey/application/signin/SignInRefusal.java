package org.sparekey.application.signin;

/** Why a password was not accepted; the same for names that have no account. */
public enum SignInRefusal {
  WRONG("wrong-name-or-password"),
  THROTTLED("throttled"),
  SOURCE_EXHAUSTED("source-exhausted");

  private final String code;

  SignInRefusal(String code) {
    this.code = code;
  }

  /** The stable code, for audit and message keys. */
  public String code() {
    return code;
  }
}

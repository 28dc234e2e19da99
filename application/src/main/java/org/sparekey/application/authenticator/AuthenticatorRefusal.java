package org.sparekey.application.authenticator;

/** Why an act of a phone was not heard. */
public enum AuthenticatorRefusal {
  /** The binding code is unknown, given already, or over. */
  UNKNOWN_CODE("unknown-binding-code"),
  /** No key on P-256, or the code is not signed with it. */
  BAD_KEY("bad-device-key"),
  /** Not bound, not any more, or not signed by it: the same to whoever asks. */
  UNKNOWN_DEVICE("unknown-device"),
  /** The server's nonce in the signed text is too old. */
  STALE_NONCE("stale-nonce"),
  /** This is not asked, not any more, or was answered. */
  NOT_ASKED("not-asked"),
  /** Another number than the page shows. */
  WRONG_NUMBER("wrong-number"),
  /** No six digits, or no decision that there is. */
  MALFORMED_ANSWER("malformed-answer"),
  /** No address of a push service that may be sent to. */
  BAD_PUSH_ADDRESS("bad-push-address"),
  THROTTLED("throttled"),
  SOURCE_EXHAUSTED("source-exhausted");

  private final String code;

  AuthenticatorRefusal(String code) {
    this.code = code;
  }

  /** The stable code, for audit and message keys. */
  public String code() {
    return code;
  }
}

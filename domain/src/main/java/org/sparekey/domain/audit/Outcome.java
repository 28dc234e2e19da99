package org.sparekey.domain.audit;

/** How an act ended. */
public enum Outcome {
  /** Done. */
  SUCCESS("success"),
  /** Not allowed, or the proof was wrong; nothing was done. */
  REFUSED("refused"),
  /** Something broke. */
  FAILED("failed");

  private final String code;

  Outcome(String code) {
    this.code = code;
  }

  /** The stable code, for storage, audit and message keys. */
  public String code() {
    return code;
  }
}

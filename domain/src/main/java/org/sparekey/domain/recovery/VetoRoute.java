package org.sparekey.domain.recovery;

/** How a veto came in. */
public enum VetoRoute {
  /** By the link in a notice. */
  NOTICE_LINK("notice-link"),
  /** By the owner, signed in with a factor that is not reported lost. */
  SESSION("session"),
  /** By a factor that is left, without a session: the owner has neither mail nor password. */
  FACTOR("factor");

  private final String code;

  VetoRoute(String code) {
    this.code = code;
  }

  /** The stable code, for storage, audit and message keys. */
  public String code() {
    return code;
  }
}

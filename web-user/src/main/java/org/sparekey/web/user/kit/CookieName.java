package org.sparekey.web.user.kit;

/** Every cookie that Sparekey sets. */
public enum CookieName {
  /** The secret of a signed-in session. */
  SESSION("session"),
  /** The secret of the browser that started a recovery. */
  RECOVERY("recovery"),
  /** The secret of the browser that asked for a password reset. */
  RESET("reset"),
  /** The secret of the link in a notice, while its page is open. */
  VETO("veto"),
  /** The secret of the link in an invitation to a recovery contact, while its page is open. */
  CONTACT("contact"),
  /** The secret of the link that asks a recovery contact for help, while its page is open. */
  VOUCH("vouch"),
  /** The secret by which a browser is known again. */
  BROWSER("browser"),
  /** The nonce to which the tokens in forms are bound. */
  CSRF("csrf"),
  /** The chosen language. */
  LANGUAGE("language");

  private final String suffix;

  CookieName(String suffix) {
    this.suffix = suffix;
  }

  /**
   * The name on the wire. Behind TLS it has the prefix {@code __Host-}, with which browsers refuse
   * a cookie that another host or an insecure page wants to plant (NIST SP 800-63B-4 §5.1).
   */
  String onTheWire(boolean secure) {
    return (secure ? "__Host-sparekey-" : "sparekey-") + suffix;
  }
}

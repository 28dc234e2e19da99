package org.sparekey.domain.policy.analysis;

/** A clause that is not met, and why. */
public record ClauseFailure(Clause clause, Reason reason) {

  /** Why; {@link #code()} is the message key. */
  public enum Reason {
    /** No recovery code of any method is asked for. */
    NO_RECOVERY_CODE("no-recovery-code"),
    /** One recovery code, and neither a second nor an authenticator. */
    ONE_PROOF("one-proof"),
    /** Two codes of one method: both issued, or both saved. */
    SAME_METHOD("same-method"),
    /** The mailbox that gets the code resets the password: by the letter two, here one. */
    SAME_MAILBOX("same-mailbox"),
    /** No authenticator of the highest level is asked for. */
    NOT_HIGHEST("not-highest"),
    /**
     * What is added, people of the staff or a known browser, is a method of our own: it needs a
     * documented risk analysis, and raises no level.
     */
    APPLICATION_SPECIFIC("application-specific"),
    /** No address hears of it. */
    NO_ADDRESS("no-address"),
    /** One address only: who holds it suppresses all notices. */
    ONE_ADDRESS("one-address");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }
}

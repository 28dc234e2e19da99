package org.sparekey.application.authenticator;

import java.util.Arrays;
import java.util.Optional;

/** What the owner says on the phone; {@link #code()} is signed and audited. */
public enum Decision {
  /** It is me, and this is the number. */
  APPROVE("approve"),
  /** It was me, by mistake: nothing more happens (attacks row 8). */
  MISTAKE("mistake"),
  /** It is not me: nobody asks any more, and the alarm is raised. */
  NOT_ME("not-me");

  private final String code;

  Decision(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  static Optional<Decision> ofCode(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}

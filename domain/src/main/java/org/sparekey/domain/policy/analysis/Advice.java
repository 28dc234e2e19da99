package org.sparekey.domain.policy.analysis;

import java.util.List;
import java.util.Set;
import org.sparekey.domain.policy.Channel;

/**
 * What would make an account safer, and why.
 *
 * @param benefits not empty
 * @param survives the losses that lock the owner out today, and would no longer
 */
public record Advice(Addition addition, Set<Benefit> benefits, List<Set<Channel>> survives) {

  /** Copies both. */
  public Advice {
    benefits = Set.copyOf(benefits);
    survives = List.copyOf(survives);
  }

  /** What it is good for; {@link #code()} is the message key. */
  public enum Benefit {
    /** A loss that locks the owner out would no longer. */
    SURVIVES("survives"),
    /** A thief would need one thing more. */
    HARDER("harder"),
    /** After a loss the owner would wait less, or need fewer people. */
    SOONER("sooner"),
    /** The owner would hear of a theft that nobody hears of today (NIST SP 800-63B-4 §4.6). */
    HEARD("heard");

    private final String code;

    Benefit(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }
}

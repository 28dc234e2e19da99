package org.sparekey.domain.policy;

import java.util.List;

/**
 * Why a policy is refused.
 *
 * @param line of the text, counted from 1; 0 when the policy as a whole is meant
 * @param path which path, counted from 1; 0 when none is meant
 * @param words what was written, as it was written, for the message; may be empty
 */
public record PolicyFault(int line, int path, Reason reason, List<String> words) {

  /** Copies the words. */
  public PolicyFault {
    words = List.copyOf(words);
  }

  /** A fault of one path, or of the whole when {@code path} is 0, without a text. */
  static PolicyFault of(int path, Reason reason, Object... words) {
    return new PolicyFault(0, path, reason, List.of(words).stream().map(Object::toString).toList());
  }

  /** The same fault, where it stands in a text. */
  PolicyFault at(int where) {
    return new PolicyFault(where, path, reason, words);
  }

  /** The reasons; {@link #code()} is the message key. */
  public enum Reason {
    /** The first line is not the format's name. */
    NOT_A_POLICY("not-a-policy"),
    /** Longer than any policy needs. */
    TOO_LONG("too-long"),
    /** A line begins with a word that the format does not know. */
    UNKNOWN_LINE("unknown-line"),
    /** A line that belongs to a path stands before the first one. */
    OUTSIDE_PATH("outside-path"),
    /** The same line twice. */
    TWICE("twice"),
    /** A line that every policy needs is not there. */
    MISSING_LINE("missing-line"),
    /** No path. */
    NO_PATH("no-path"),
    /** More paths than anybody can oversee. */
    TOO_MANY_PATHS("too-many-paths"),
    /** Not what the line takes. */
    BAD_VALUE("bad-value"),
    /** A duration that cannot be read. */
    BAD_DURATION("bad-duration"),
    /** Longer than it may be. */
    DURATION_TOO_LONG("duration-too-long"),
    /** A number that cannot be read, or out of range. */
    BAD_NUMBER("bad-number"),
    /** No such kind of evidence. */
    UNKNOWN_EVIDENCE("unknown-evidence"),
    /** The same kind twice in a path. */
    EVIDENCE_TWICE("evidence-twice"),
    /** A hold gets shorter with risk. */
    HOLD_SHRINKS("hold-shrinks"),
    /** Two paths ask for the same. */
    SAME_PATH("same-path"),
    /** Another path asks for less and waits no longer. */
    NEVER_USED("never-used"),
    /** Nothing in the path can be the first proof of a recovery. */
    NEVER_BEGINS("never-begins"),
    /** A path asks for recovery contacts, and the policy has none. */
    NO_CONTACTS("no-contacts"),
    /** A path asks for a known browser, and the policy remembers none. */
    NO_BROWSERS("no-browsers");

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

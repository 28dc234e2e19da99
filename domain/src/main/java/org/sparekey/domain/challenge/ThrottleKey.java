package org.sparekey.domain.challenge;

/**
 * What a failure counter belongs to: a method and a subject, never a single code, so that asking
 * for a new code does not reset it (NIST SP 800-63B-4 §3.1.3.2).
 *
 * @param subject the account or factor id; for an unknown name, a keyed hash of what was typed, so
 *     that unknown names are throttled like known ones
 * @param lane a known browser's id, {@link #PROVED} or {@link #ANY}: strangers who fail do not lock
 *     out the browser that the owner uses every day (attacks row 15)
 */
public record ThrottleKey(ThrottledMethod method, String subject, String lane) {

  /** The lane that all unknown browsers share. */
  public static final String ANY = "any";

  /**
   * The lane of those who have given another proof of the same recovery: strangers who can prove
   * nothing do not use up the attempts of an owner who has only a new browser left.
   */
  public static final String PROVED = "proved";

  private static final String VETO = "veto:";
  private static final int SOURCE_LENGTH = 32;

  /**
   * The lane of vetoes without a session: anybody may try there, so it has no part in the counters
   * of a sign-in. Each network has its own: strangers who fail elsewhere do not take the owner's
   * veto away (attacks row 15), and a guessed code brings them no more than a veto.
   *
   * @param source a keyed hash of the network; empty for the machine itself
   */
  public static String veto(String source) {
    return VETO + source.substring(0, Math.min(source.length(), SOURCE_LENGTH));
  }

  /** Whether strangers have no part in this lane. */
  public boolean ofKnownBrowser() {
    return ofKnownBrowser(lane);
  }

  /** Whether strangers have no part in the lane. */
  public static boolean ofKnownBrowser(String lane) {
    return !lane.equals(ANY) && !lane.equals(PROVED) && !lane.startsWith(VETO);
  }
}

package org.sparekey.domain.challenge;

/**
 * Whether the codes that go to the numbers of one prefix come back. People type most codes that
 * they asked for; a fraudster who earns on each message types none (attacks row 27).
 *
 * @param enough sent codes before anything is concluded, 1 or more
 * @param leastPercent of them that must have been used, 0 to 100
 */
public record ConversionRule(int enough, int leastPercent) {

  private static final int ALL = 100;

  /** Refuses what is no rule. */
  public ConversionRule {
    if (enough < 1 || leastPercent < 0 || leastPercent > ALL) {
      throw new IllegalArgumentException("at least 1 code and 0 to 100 percent");
    }
  }

  /** Whether more codes may go there, when {@code sent} went and {@code used} came back. */
  public boolean holds(long sent, long used) {
    return sent < enough || used * ALL >= sent * leastPercent;
  }
}

package org.sparekey.domain.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a policy says besides its paths.
 *
 * @param probation how long rights are restricted after a reset
 * @param contactCoolOff how long a new contact point or recovery contact is no evidence (attacks
 *     rows 4, 5 and 30)
 * @param wrongProofs after so many wrong proofs a recovery ends, 3 to 100 (NIST SP 800-63B-4
 *     §3.2.2)
 * @param revokes which factors a reset ends
 * @param survivors what a factor that is left may do
 * @param rememberedBrowsers how long a browser is known; empty when none is remembered
 * @param contacts the recovery contacts; empty when there are none
 * @param vetoes when repeated vetoes bring in people
 * @param leastFactors below so many factors an owner cannot remove one, 1 to 5
 * @param running whether recoveries that have begun under an older version come under this one
 */
public record PolicyRules(
    Duration probation,
    Duration contactCoolOff,
    int wrongProofs,
    Revokes revokes,
    Set<Survivor> survivors,
    Optional<Duration> rememberedBrowsers,
    Optional<Contacts> contacts,
    Vetoes vetoes,
    int leastFactors,
    Running running) {

  /** Copies the set and refuses what is out of range. */
  public PolicyRules {
    survivors = Set.copyOf(survivors);
    if (probation.isNegative()
        || contactCoolOff.isNegative()
        || wrongProofs < 3
        || wrongProofs > 100
        || leastFactors < 1
        || leastFactors > 5
        || rememberedBrowsers.filter(Duration::isNegative).isPresent()) {
      throw new IllegalArgumentException("out of range: " + wrongProofs + ", " + leastFactors);
    }
  }

  /** Without a word about recoveries that have begun: they keep the version they began with. */
  public PolicyRules(
      Duration probation,
      Duration contactCoolOff,
      int wrongProofs,
      Revokes revokes,
      Set<Survivor> survivors,
      Optional<Duration> rememberedBrowsers,
      Optional<Contacts> contacts,
      Vetoes vetoes,
      int leastFactors) {
    this(
        probation,
        contactCoolOff,
        wrongProofs,
        revokes,
        survivors,
        rememberedBrowsers,
        contacts,
        vetoes,
        leastFactors,
        Running.KEEP);
  }

  /** The same rules with another word about recoveries that have begun. */
  public PolicyRules running(Running other) {
    return new PolicyRules(
        probation,
        contactCoolOff,
        wrongProofs,
        revokes,
        survivors,
        rememberedBrowsers,
        contacts,
        vetoes,
        leastFactors,
        other);
  }

  /** What becomes of recoveries that began under an older version; {@link #code()} is stored. */
  public enum Running {
    /** They keep the version that they began with. */
    KEEP("keep"),
    /** They come under this one, when it is no weaker than theirs. */
    FOLLOW("follow");

    private final String code;

    Running(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }

  /** Which factors a reset ends; {@link #code()} is stored. */
  public enum Revokes {
    /** Those that the owner named. */
    LOST_FACTORS("lost-factors"),
    /** All of the account. */
    ALL_FACTORS("all-factors");

    private final String code;

    Revokes(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }

  /** What a factor that is left may do; {@link #code()} is stored. */
  public enum Survivor {
    /** Stop the recovery. */
    VETO("veto"),
    /** As one more proof, shorten a hold that has begun. */
    SHORTEN("shorten");

    private final String code;

    Survivor(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }

  /**
   * So many of the people whom the owner chose must vouch.
   *
   * @param needed 1 or more
   * @param of at least {@code needed}, at most 9
   */
  public record Contacts(int needed, int of) {

    /** More people than this no owner keeps up to date. */
    public static final int MOST = 9;

    /** Refuses a threshold that nobody can reach. */
    public Contacts {
      if (needed < 1 || needed > of || of > MOST) {
        throw new IllegalArgumentException(needed + " of " + of);
      }
    }
  }

  /**
   * A thief with the phone can veto the owner, and an owner a thief: after some rounds of that
   * people decide (attacks row 29).
   *
   * @param then from so many vetoes within 30 days on, 1 to 10
   * @param approvals people of the staff whom every path takes, 0 to 2
   */
  public record Vetoes(int then, int approvals) {

    /** Refuses what is out of range. */
    public Vetoes {
      if (then < 1 || then > 10 || approvals < 0 || approvals > RecoveryPath.MOST_APPROVALS) {
        throw new IllegalArgumentException(then + " vetoes, " + approvals + " approvals");
      }
    }
  }

  /** What the shipped policies have in common. */
  public static PolicyRules usual(Duration probation) {
    return new PolicyRules(
        probation,
        Duration.ofDays(7),
        10,
        Revokes.LOST_FACTORS,
        Set.of(Survivor.VETO, Survivor.SHORTEN),
        Optional.of(Duration.ofDays(30)),
        Optional.of(new Contacts(2, 5)),
        new Vetoes(2, 1),
        1);
  }
}

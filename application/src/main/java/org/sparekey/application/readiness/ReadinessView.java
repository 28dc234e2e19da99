package org.sparekey.application.readiness;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an owner can count on when something is lost, in the terms of the recovery policy that holds
 * for the account today.
 *
 * @param policy key and version, "standard/1"
 * @param losses one for each usual loss, devices first
 * @param weakSpots single things that open the account for whoever holds them
 * @param leastTheft how many things a thief needs at least; 0 when nothing opens the account
 * @param lockouts the smallest losses that lock the owner out
 * @param advice what would make the account safer, the cheapest first
 * @param upkeep what is to be done about the recovery codes
 */
public record ReadinessView(
    String policy,
    List<Loss> losses,
    List<WeakSpot> weakSpots,
    int leastTheft,
    List<Together> lockouts,
    List<Advice> advice,
    Optional<Upkeep> upkeep) {

  /** Copies the lists. */
  public ReadinessView {
    losses = List.copyOf(losses);
    weakSpots = List.copyOf(weakSpots);
    lockouts = List.copyOf(lockouts);
    advice = List.copyOf(advice);
  }

  /** The usual losses that lock the owner out. */
  public List<Loss> fatal() {
    return losses.stream().filter(Loss::lockedOut).toList();
  }

  /**
   * Something that can be lost or stolen.
   *
   * @param kind stable code
   * @param name of the device or person, or the address; empty where there is one only
   */
  public record Thing(String kind, String name) {}

  /** Some things at once. */
  public record Together(List<Thing> things) {

    /** Copies the list. */
    public Together {
      things = List.copyOf(things);
    }
  }

  /**
   * A usual loss.
   *
   * @param thing what is lost
   * @param ways back in, the cheapest first; empty when the owner is locked out
   */
  public record Loss(Thing thing, List<Way> ways) {

    /** Copies the list. */
    public Loss {
      ways = List.copyOf(ways);
    }

    /** Whether nothing is left. */
    public boolean lockedOut() {
      return ways.isEmpty();
    }

    /** The cheapest way. */
    public Optional<Way> best() {
      return ways.stream().findFirst();
    }
  }

  /**
   * A way back in.
   *
   * @param code of the sign-in, or "recovery"
   * @param evidence stable codes of what is asked for, the least to do first
   * @param approvals people who must agree
   * @param hold the waiting time when nothing is odd
   * @param longest the waiting time when much is odd
   */
  public record Way(
      String code, List<String> evidence, int approvals, Duration hold, Duration longest) {

    /** Copies the list. */
    public Way {
      evidence = List.copyOf(evidence);
    }

    /** Whether it can take longer than usual. */
    public boolean stretches() {
      return longest.compareTo(hold) > 0;
    }
  }

  /**
   * A single thing that opens the account.
   *
   * @param ways codes of how
   * @param toReact how long the owner has
   * @param heard whether a notice reaches the owner
   */
  public record WeakSpot(Thing thing, List<String> ways, Duration toReact, boolean heard) {

    /** Copies the list. */
    public WeakSpot {
      ways = List.copyOf(ways);
    }
  }

  /**
   * What would make the account safer.
   *
   * @param code what to add
   * @param benefits stable codes of what it is good for
   * @param survives losses that lock out today, and would no longer
   */
  public record Advice(String code, List<String> benefits, List<Together> survives) {

    /** Copies the lists. */
    public Advice {
      benefits = List.copyOf(benefits);
      survives = List.copyOf(survives);
    }
  }

  /** What is to be done about the recovery codes; {@link #code()} is the message key. */
  public enum Upkeep {
    /** Few are left. */
    FEW_CODES("few-codes"),
    /** One was used, and the one that takes its place was not yet shown. */
    USED_CODE("used-code");

    private final String code;

    Upkeep(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }
}

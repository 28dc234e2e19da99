package org.sparekey.domain.policy.analysis;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.sparekey.domain.policy.EvidenceKind;

/**
 * How an owner gets in again.
 *
 * @param given the proofs, the cheapest first
 * @param approvals people of the staff who must agree
 * @param hold the waiting time
 */
public record WayBack(Way way, List<EvidenceKind> given, int approvals, Duration hold) {

  /**
   * As a decision orders its paths: fewest people, then the shortest wait, then the least to do. A
   * sign-in comes before a recovery that costs the same.
   */
  static final Comparator<WayBack> CHEAPEST_FIRST =
      Comparator.comparingInt(WayBack::approvals)
          .thenComparing(WayBack::hold)
          .thenComparing(WayBack::recovery)
          .thenComparingInt(way -> way.given().size())
          .thenComparing(WayBack::given, WayBack::dearestFirst)
          .thenComparing(way -> way.way().code());

  /** Copies the kinds. */
  public WayBack {
    given = List.copyOf(given);
  }

  /** Whether the owner is in at once, without a recovery's wait and without people. */
  public boolean immediate() {
    return approvals == 0 && hold.isZero();
  }

  /** The waiting time when much is odd. */
  public Duration longest() {
    return way.<Duration>fold(signIn -> Duration.ZERO, path -> path.path().holds().high());
  }

  /** Whether the other asks for all that this one asks for, and is no better for it. */
  boolean noDearerThan(WayBack other) {
    return other.given.containsAll(given)
        && approvals <= other.approvals
        && hold.compareTo(other.hold) <= 0
        && longest().compareTo(other.longest()) <= 0;
  }

  private boolean recovery() {
    return way.<Boolean>fold(signIn -> false, path -> true);
  }

  /** The kinds stand in the order of what they cost: what the dearest one costs decides. */
  private static int dearestFirst(List<EvidenceKind> one, List<EvidenceKind> other) {
    for (int i = 1; i <= Math.min(one.size(), other.size()); i++) {
      int order = one.get(one.size() - i).compareTo(other.get(other.size() - i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}

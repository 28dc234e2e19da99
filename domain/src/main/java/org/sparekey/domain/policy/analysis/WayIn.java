package org.sparekey.domain.policy.analysis;

import java.time.Duration;
import java.util.List;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RiskAssessment.Level;

/**
 * A way, with certain proofs, of one account.
 *
 * @param given the kinds of proof given, the cheapest first
 * @param theft what a thief must hold, the staff who approve included
 * @param owner what the owner must have left
 */
record WayIn(Way way, List<EvidenceKind> given, Terms theft, Terms owner) {

  boolean recovery() {
    return way.<Boolean>fold(signIn -> false, path -> true);
  }

  Duration hold(Level level) {
    return way.<Duration>fold(signIn -> Duration.ZERO, path -> path.path().holds().at(level));
  }

  int approvals() {
    return way.fold(signIn -> 0, path -> path.path().approvals());
  }

  /** Whether the owner neither waits nor needs anybody when nothing is odd. */
  boolean immediate() {
    return approvals() == 0 && hold(Level.LOW).isZero();
  }

  WayBack back(Level level) {
    return new WayBack(way, given, approvals(), hold(level));
  }

  /** The same way with more sources of the same kinds. */
  WayIn or(WayIn other) {
    return new WayIn(way, given, theft.or(other.theft), owner.or(other.owner));
  }
}

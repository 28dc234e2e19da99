package org.sparekey.application.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sparekey.application.signin.FactorView;

/**
 * A drill as its owner sees it.
 *
 * @param loss stable code of what is imagined to be lost
 * @param name of the device, or the address; "" where there is one only
 * @param way "recovery", or the code of a sign-in
 * @param steps in their order
 * @param apps authenticator apps that would be left
 * @param codeSent whether a code waits to be typed
 * @param approvals people who would have to agree
 * @param hold the waiting time when nothing is odd
 * @param longest the waiting time when much is odd
 */
public record DrillView(
    String loss,
    String name,
    String way,
    List<Step> steps,
    List<FactorView> apps,
    boolean codeSent,
    int approvals,
    Duration hold,
    Duration longest,
    Instant endsAt) {

  /** Copies the lists. */
  public DrillView {
    steps = List.copyOf(steps);
    apps = List.copyOf(apps);
  }

  /**
   * A proof that the way asks for.
   *
   * @param kind stable code
   * @param checked whether it is shown, not only told about
   */
  public record Step(String kind, boolean checked, boolean done) {}

  /** Whether all steps are taken. */
  public boolean complete() {
    return steps.stream().allMatch(Step::done);
  }

  /** Whether it can take longer than usual. */
  public boolean stretches() {
    return longest.compareTo(hold) > 0;
  }
}

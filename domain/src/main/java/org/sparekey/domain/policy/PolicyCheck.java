package org.sparekey.domain.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sparekey.domain.policy.PolicyFault.Reason;

/**
 * Finds what contradicts itself in a policy, or can never happen. What is merely weak is no fault:
 * the analysis says so.
 */
public final class PolicyCheck {

  /** More than this nobody oversees. */
  public static final int MOST_PATHS = 24;

  /** Longer than this is a lock-out and no hold. */
  public static final Duration LONGEST_HOLD = Duration.ofDays(30);

  /** Longer than this is no probation, no cool-off and no remembering. */
  public static final Duration LONGEST_TIME = Duration.ofDays(365);

  private PolicyCheck() {}

  /** The faults, in the order of the paths; empty when the policy can be published. */
  public static List<PolicyFault> faults(RecoveryPolicy policy) {
    List<PolicyFault> faults = new ArrayList<>(ofTheWhole(policy));
    for (int i = 0; i < policy.paths().size(); i++) {
      ofPath(policy, i, faults);
    }
    return List.copyOf(faults);
  }

  private static List<PolicyFault> ofTheWhole(RecoveryPolicy policy) {
    PolicyRules rules = policy.rules();
    List<PolicyFault> faults = new ArrayList<>();
    if (policy.paths().size() > MOST_PATHS) {
      faults.add(PolicyFault.of(0, Reason.TOO_MANY_PATHS, MOST_PATHS));
    }
    if (longest(rules).compareTo(LONGEST_TIME) > 0) {
      faults.add(PolicyFault.of(0, Reason.DURATION_TOO_LONG, PolicyText.duration(LONGEST_TIME)));
    }
    return faults;
  }

  private static Duration longest(PolicyRules rules) {
    Duration browsers = rules.rememberedBrowsers().orElse(Duration.ZERO);
    Duration longer =
        rules.probation().compareTo(rules.contactCoolOff()) > 0
            ? rules.probation()
            : rules.contactCoolOff();
    return longer.compareTo(browsers) > 0 ? longer : browsers;
  }

  private static void ofPath(RecoveryPolicy policy, int index, List<PolicyFault> faults) {
    RecoveryPath path = policy.paths().get(index);
    int number = index + 1;
    if (path.holds().high().compareTo(LONGEST_HOLD) > 0) {
      faults.add(
          PolicyFault.of(number, Reason.DURATION_TOO_LONG, PolicyText.duration(LONGEST_HOLD)));
    }
    if (path.evidence().stream().noneMatch(EvidenceKind::first)) {
      faults.add(PolicyFault.of(number, Reason.NEVER_BEGINS));
    }
    if (path.evidence().contains(EvidenceKind.RECOVERY_CONTACTS)
        && policy.rules().contacts().isEmpty()) {
      faults.add(PolicyFault.of(number, Reason.NO_CONTACTS));
    }
    if (path.evidence().contains(EvidenceKind.KNOWN_BROWSER)
        && policy.rules().rememberedBrowsers().isEmpty()) {
      faults.add(PolicyFault.of(number, Reason.NO_BROWSERS));
    }
    against(policy.paths(), index, faults);
  }

  private static void against(List<RecoveryPath> paths, int index, List<PolicyFault> faults) {
    RecoveryPath path = paths.get(index);
    for (int other = 0; other < paths.size(); other++) {
      boolean same = paths.get(other).evidence().equals(path.evidence());
      if (same && other < index) {
        faults.add(PolicyFault.of(index + 1, Reason.SAME_PATH, other + 1));
      } else if (!same && path.neverBetterThan(paths.get(other))) {
        faults.add(PolicyFault.of(index + 1, Reason.NEVER_USED, other + 1));
      }
    }
  }
}

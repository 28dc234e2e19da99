package org.sparekey.domain.policy.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.Holds;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;

/** Small policies for the tests. */
final class Policies {

  private Policies() {}

  static RecoveryPolicy of(RecoveryPath... paths) {
    return new RecoveryPolicy(
        new PolicyVersion("test", 1), "Test", List.of(paths), PolicyRules.usual(Duration.ZERO));
  }

  static RecoveryPath atOnce(EvidenceKind... evidence) {
    return new RecoveryPath(Set.of(evidence), Holds.none(), 0);
  }

  static RecoveryPath after(int hours, EvidenceKind... evidence) {
    return new RecoveryPath(Set.of(evidence), Holds.hours(hours, hours, hours), 0);
  }

  static RecoveryPath approved(int approvals, EvidenceKind... evidence) {
    return new RecoveryPath(Set.of(evidence), Holds.hours(24, 24, 24), approvals);
  }

  /** A policy that helps nobody who has no browser. */
  static RecoveryPolicy noHelp() {
    return of(after(24, EvidenceKind.KNOWN_BROWSER));
  }
}

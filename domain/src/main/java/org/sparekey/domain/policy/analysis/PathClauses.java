package org.sparekey.domain.policy.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.policy.EvidenceKind;

/** Holds a set of proofs against NIST SP 800-63B-4 §4.2.2, clause by clause. */
final class PathClauses {

  private final Set<EvidenceKind> proofs;
  private final int approvals;
  private final PasswordResetRule passwordReset;

  PathClauses(Set<EvidenceKind> proofs, int approvals, PasswordResetRule passwordReset) {
    this.proofs = proofs;
    this.approvals = approvals;
    this.passwordReset = passwordReset;
  }

  AssuranceLevel level() {
    if (twoProofs(true)) {
      return AssuranceLevel.AAL3;
    }
    if (authenticates()) {
      return AssuranceLevel.AAL2;
    }
    return codes().isEmpty() ? AssuranceLevel.NONE : AssuranceLevel.AAL1;
  }

  List<ClauseFailure> failures() {
    List<ClauseFailure> failures = new ArrayList<>();
    if (codes().isEmpty() && !authenticates()) {
      failures.add(new ClauseFailure(Clause.AAL1, ClauseFailure.Reason.NO_RECOVERY_CODE));
    }
    if (!twoProofs(true) && !authenticates()) {
      failures.add(new ClauseFailure(Clause.AAL2, whyNotTwo()));
    }
    if (!twoProofs(true)) {
      failures.add(
          new ClauseFailure(
              Clause.AAL3, authenticates() ? ClauseFailure.Reason.NOT_HIGHEST : whyNotTwo()));
    }
    boolean more = approvals > 0 || proofs.contains(EvidenceKind.KNOWN_BROWSER);
    if (more && !twoProofs(true) && !authenticates()) {
      failures.add(new ClauseFailure(Clause.METHODS, ClauseFailure.Reason.APPLICATION_SPECIFIC));
    }
    return failures;
  }

  private ClauseFailure.Reason whyNotTwo() {
    if (codes().isEmpty()) {
      return ClauseFailure.Reason.NO_RECOVERY_CODE;
    }
    if (twoProofs(false)) {
      return ClauseFailure.Reason.SAME_MAILBOX;
    }
    return codes().size() > 1 ? ClauseFailure.Reason.SAME_METHOD : ClauseFailure.Reason.ONE_PROOF;
  }

  private List<EvidenceKind> codes() {
    return proofs.stream().filter(kind -> RecoveryMethod.of(kind).isPresent()).toList();
  }

  /**
   * §4.2.2.2, the first two choices.
   *
   * @param strict whether a password counts beside a code to the mailbox that resets it
   */
  private boolean twoProofs(boolean strict) {
    return codes().stream()
        .anyMatch(
            code ->
                proofs.stream()
                    .anyMatch(other -> beside(code, other) && !(strict && one(code, other))));
  }

  private static boolean beside(EvidenceKind code, EvidenceKind other) {
    return RecoveryMethod.authenticator(other)
        || (RecoveryMethod.of(other).isPresent()
            && !RecoveryMethod.of(other).equals(RecoveryMethod.of(code)));
  }

  /** One mailbox gives both (attacks row 1). */
  private boolean one(EvidenceKind code, EvidenceKind other) {
    return passwordReset == PasswordResetRule.MAILBOX_ALONE
        && code == EvidenceKind.MAILED_CODE
        && other == EvidenceKind.PASSWORD;
  }

  /**
   * Whether the proofs are an authentication at AAL2 as they stand (§2.2): a passkey, or a password
   * and a factor. Then a factor is bound, and nothing is recovered (§4.1.2.1).
   */
  private boolean authenticates() {
    boolean factor =
        proofs.contains(EvidenceKind.SURVIVING_FACTOR)
            || proofs.stream().anyMatch(EvidenceKind::byFactor);
    return proofs.contains(EvidenceKind.PASSKEY)
        || (factor && proofs.contains(EvidenceKind.PASSWORD));
  }
}

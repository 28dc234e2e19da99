package org.sparekey.domain.policy.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.sparekey.domain.account.PasswordResetRule;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;

/**
 * Which assurance level a policy grants by NIST SP 800-63B-4 §4.2.2, and each clause that fails. A
 * policy is as good as its weakest path. What no policy can switch off is met by the product and
 * not listed: codes of their length and validity (§4.2.1.1, §4.2.1.2), throttles (§3.2.2), notices
 * to every address (§4.2.3).
 *
 * @param level the lowest of the paths; none when there is no path
 * @param paths in their order
 * @param failures those of the whole, not of a path
 */
public record Assurance(
    AssuranceLevel level, List<PathAssurance> paths, List<ClauseFailure> failures) {

  /** Copies both lists. */
  public Assurance {
    paths = List.copyOf(paths);
    failures = List.copyOf(failures);
  }

  /** Of a policy, in an organisation whose passwords are reset so. */
  public static Assurance of(RecoveryPolicy policy, PasswordResetRule passwordReset) {
    return of(
        IntStream.range(0, policy.paths().size())
            .mapToObj(
                index -> {
                  RecoveryPath path = policy.paths().get(index);
                  return of(index + 1, path.evidence(), path.approvals(), passwordReset);
                })
            .toList(),
        List.of());
  }

  /**
   * For one account: the paths that it can complete, once for each choice of kinds, and its
   * addresses. Proofs that one channel gives complete no path, whatever resets the password.
   */
  public static Assurance of(AccountAnalysis analysis) {
    List<PathAssurance> paths = new ArrayList<>();
    for (WayIn way : analysis.ways()) {
      way.way()
          .fold(
              signIn -> false,
              path ->
                  paths.add(
                      of(
                          path.number(),
                          EnumSet.copyOf(way.given()),
                          path.path().approvals(),
                          PasswordResetRule.MAILBOX_AND_FACTOR)));
    }
    return of(paths, addresses(analysis.profile().notices().size()));
  }

  /** Whether nothing fails, of the whole and of any path. */
  public boolean nothingFails() {
    return failures.isEmpty() && paths.stream().allMatch(path -> path.failures().isEmpty());
  }

  private static Assurance of(List<PathAssurance> paths, List<ClauseFailure> failures) {
    AssuranceLevel lowest =
        paths.stream()
            .map(PathAssurance::level)
            .min(Comparator.naturalOrder())
            .orElse(AssuranceLevel.NONE);
    return new Assurance(lowest, paths, failures);
  }

  private static PathAssurance of(
      int number, Set<EvidenceKind> proofs, int approvals, PasswordResetRule passwordReset) {
    PathClauses clauses = new PathClauses(proofs, approvals, passwordReset);
    return new PathAssurance(number, proofs, clauses.level(), clauses.failures());
  }

  private static List<ClauseFailure> addresses(int notices) {
    if (notices == 0) {
      return List.of(
          new ClauseFailure(Clause.NOTIFICATION, ClauseFailure.Reason.NO_ADDRESS),
          new ClauseFailure(Clause.ADDRESSES, ClauseFailure.Reason.NO_ADDRESS));
    }
    return notices == 1
        ? List.of(new ClauseFailure(Clause.ADDRESSES, ClauseFailure.Reason.ONE_ADDRESS))
        : List.of();
  }
}

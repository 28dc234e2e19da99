package org.sparekey.application.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sparekey.domain.policy.PolicyVersion;
import org.sparekey.domain.shared.PolicyDraftId;

/** All policies that an organisation may use, and what is being written. */
public record PolicyShelf(List<Policy> policies, List<Draft> drafts) {

  /** Copies both. */
  public PolicyShelf {
    policies = List.copyOf(policies);
    drafts = List.copyOf(drafts);
  }

  /**
   * A policy in its latest version.
   *
   * @param publisher a name; empty for one that comes with Sparekey
   */
  public record Policy(
      PolicyVersion version,
      String name,
      Instant publishedAt,
      Optional<String> publisher,
      boolean retired,
      boolean forOwners,
      boolean forStaff) {}

  /**
   * A draft.
   *
   * @param author a name
   */
  public record Draft(
      PolicyDraftId id,
      String key,
      int faults,
      String author,
      Instant changedAt,
      boolean proposed) {}
}

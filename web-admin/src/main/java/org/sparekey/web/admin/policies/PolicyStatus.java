package org.sparekey.web.admin.policies;

import org.sparekey.application.policy.PolicyRefusal;

/** The HTTP status for a refusal. */
public final class PolicyStatus {

  private PolicyStatus() {}

  /** 401, 403, 404, 409 or 422. */
  public static int of(PolicyRefusal reason) {
    return switch (reason) {
      case NOT_SIGNED_IN -> 401;
      case ROLE_MISSING, ON_PROBATION, NEEDS_CONFIRMATION -> 403;
      case UNKNOWN_POLICY, UNKNOWN_DRAFT -> 404;
      case STALE_DRAFT,
          KEY_TAKEN,
          TOO_MANY_DRAFTS,
          NOTHING_NEW,
          SECOND_PERSON_NEEDED,
          NOT_PROPOSED,
          SAME_PERSON,
          SHIPPED,
          IN_USE,
          RETIRED ->
          409;
      case NO_REASON,
          TOO_LONG,
          BAD_KEY,
          KEY_DIFFERS,
          HAS_FAULTS,
          WEAKER_CANNOT_FOLLOW,
          UNKNOWN_ACCOUNT ->
          422;
    };
  }
}

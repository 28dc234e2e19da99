package org.sparekey.domain.policy;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;

/**
 * A version of a policy, and who put it into force and why.
 *
 * @param organisation whose it is; empty for those that come with Sparekey and are everybody's
 * @param publication empty for those that come with Sparekey
 * @param retiredAt since when no recovery begins under it
 */
public record PublishedPolicy(
    RecoveryPolicy policy,
    Optional<OrganisationId> organisation,
    Instant publishedAt,
    Optional<Publication> publication,
    Optional<Instant> retiredAt) {

  /** One person's word. */
  public record Signature(AccountId by, String reason) {}

  /**
   * Who published.
   *
   * @param second the other person, where one channel opens accounts
   */
  public record Publication(Signature first, Optional<Signature> second) {

    /** Refuses the same person twice. */
    public Publication {
      if (second.filter(other -> other.by().equals(first.by())).isPresent()) {
        throw new IllegalArgumentException("the same person twice");
      }
    }
  }

  /** One that comes with Sparekey. */
  public static PublishedPolicy shipped(RecoveryPolicy policy, Instant at) {
    return new PublishedPolicy(policy, Optional.empty(), at, Optional.empty(), Optional.empty());
  }

  /** Whether people of this organisation may use it; another's is nobody else's business. */
  public boolean openTo(OrganisationId some) {
    return organisation.isEmpty() || organisation.get().equals(some);
  }
}

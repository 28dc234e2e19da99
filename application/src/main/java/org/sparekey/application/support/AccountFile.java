package org.sparekey.application.support;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.readiness.ReadinessView;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.recovery.VetoRoute;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.RecoveryId;

/**
 * What staff see of an account. There is no code, no seed, no token and no whole address in it.
 *
 * @param probationUntil only while it lasts
 * @param contactPoints oldest first, removed ones included
 * @param factors all that were ever begun, oldest first (NIST SP 800-63B-4 §4.1)
 * @param recoveries latest first
 * @param resets the reset history, latest first
 * @param readiness what its owner could do after a loss; addresses masked, no names of people
 */
public record AccountFile(
    AccountId id,
    String signInName,
    String displayName,
    String organisationName,
    Locale language,
    Set<StaffRole> roles,
    Instant createdAt,
    Optional<Instant> probationUntil,
    List<ContactLine> contactPoints,
    List<FactorLine> factors,
    List<RecoveryLine> recoveries,
    List<ResetLine> resets,
    ReadinessView readiness,
    Timeline timeline) {

  /** Copies the collections. */
  public AccountFile {
    roles = Set.copyOf(roles);
    contactPoints = List.copyOf(contactPoints);
    factors = List.copyOf(factors);
    recoveries = List.copyOf(recoveries);
    resets = List.copyOf(resets);
  }

  /** A contact point, its value masked (ASVS 16.2.5). */
  public record ContactLine(
      ContactPoint.Kind kind,
      String masked,
      Instant addedAt,
      Optional<Instant> confirmedAt,
      Optional<Instant> usableForRecoveryFrom,
      Optional<Instant> removedAt) {}

  /**
   * A factor in its present state.
   *
   * @param confirmedAt empty when it was never bound
   * @param endedAt when it was suspended or revoked
   * @param reason why it was suspended or revoked
   */
  public record FactorLine(
      FactorId id,
      FactorKind kind,
      String device,
      FactorStatus status,
      Instant createdAt,
      Optional<Instant> confirmedAt,
      Optional<Instant> lastUsedAt,
      Optional<Instant> endedAt,
      Optional<RevocationReason> reason) {}

  /**
   * A recovery in its present state.
   *
   * @param policy key and version, "standard/1"
   * @param evidence the proofs given, in the order of their kinds
   * @param risks why it was looked at with more care, as far as that is decided
   * @param holdUntil end of the hold, while it lasts
   * @param endedAt empty while it goes on
   * @param vetoedBy the way a veto came in
   */
  public record RecoveryLine(
      RecoveryId id,
      RecoveryStatus status,
      String policy,
      Lost.Extent lost,
      Instant openedAt,
      Instant expiresAt,
      List<EvidenceKind> evidence,
      List<RiskReason> risks,
      Optional<Instant> holdUntil,
      Optional<Instant> endedAt,
      Optional<VetoRoute> vetoedBy) {

    /** Copies the lists. */
    public RecoveryLine {
      evidence = List.copyOf(evidence);
      risks = List.copyOf(risks);
    }
  }

  /**
   * A line of the reset history.
   *
   * @param bound device of the new factor
   * @param revoked devices of the old ones
   */
  public record ResetLine(
      RecoveryId recovery,
      Instant at,
      String bound,
      List<String> revoked,
      String policy,
      List<EvidenceKind> evidence,
      List<RiskReason> risks) {

    /** Copies the lists. */
    public ResetLine {
      revoked = List.copyOf(revoked);
      evidence = List.copyOf(evidence);
      risks = List.copyOf(risks);
    }
  }
}

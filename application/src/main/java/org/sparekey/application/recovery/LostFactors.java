package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/**
 * What happens to factors that are reported lost: out of use as soon as the reporter is proved to
 * the policy's satisfaction, ended by the reset, back in use when the recovery comes to nothing
 * (attacks row 21). A loss that nobody named suspends nothing; a reset then replaces everything.
 */
@Step
class LostFactors {

  private final FactorRepository factors;
  private final RecoveryRepository recoveries;
  private final RecoveryRecord record;

  @Inject
  LostFactors(FactorRepository factors, RecoveryRepository recoveries, RecoveryRecord record) {
    this.factors = factors;
    this.recoveries = recoveries;
    this.record = record;
  }

  /** Factors that can be reported lost: those in use, and those reported before. */
  List<Factor> losable(AccountId account) {
    return factors.ofAccount(account).stream()
        .filter(
            factor ->
                factor.status() == FactorStatus.ACTIVE || factor.status() == FactorStatus.SUSPENDED)
        .toList();
  }

  /** Takes the named ones out of use. */
  void suspend(Recovery recovery, AccountId account, Origin origin, Instant now) {
    if (recovery.details().lost().extent() == Lost.Extent.UNSAID) {
      return;
    }
    factors.ofAccount(account).stream()
        .flatMap(factor -> factor.asActive().stream())
        .filter(factor -> recovery.details().lost().includes(factor.id()))
        .forEach(
            factor -> {
              factors.save(factor.suspend(RevocationReason.LOST, now));
              write(recovery, AuditCode.FACTOR_SUSPENDED, factor, RevocationReason.LOST, origin);
            });
  }

  /** Since when a named one has been out of use, the latest; empty when none is. */
  Optional<Instant> suspendedSince(Recovery recovery, AccountId account) {
    return suspended(recovery, account).stream()
        .map(Factor.Suspended::suspendedAt)
        .max(Instant::compareTo);
  }

  /**
   * The recovery came to nothing: puts them back in use, but for those that another proved recovery
   * of the same owner reports as well. Call it when the end is stored.
   */
  void reinstate(Recovery ended, AccountId account, Actor actor, Origin origin) {
    List<Recovery> proved =
        recoveries.proved(account).stream()
            .filter(other -> !other.equals(ended.id()))
            .flatMap(other -> recoveries.find(other).stream())
            .filter(LostFactors::proved)
            .filter(other -> other.details().lost().extent() != Lost.Extent.UNSAID)
            .toList();
    suspended(ended, account).stream()
        .filter(
            factor ->
                proved.stream().noneMatch(other -> other.details().lost().includes(factor.id())))
        .forEach(
            factor -> {
              factors.save(factor.reinstate());
              record.write(
                  record
                      .about(ended.details(), AuditCode.FACTOR_REINSTATED, actor, origin)
                      .factor(factor.details().kind().code(), factor.id())
                      .because(ended.status().code()));
            });
  }

  /**
   * Ends what the loss includes, but not {@code bound}, and wipes the seeds; returns which.
   *
   * @param revokes whether the policy ends the others as well
   */
  List<FactorId> revoke(
      Recovery recovery,
      AccountId account,
      FactorId bound,
      PolicyRules.Revokes revokes,
      Origin origin,
      Instant now) {
    Lost lost = recovery.details().lost();
    boolean all = revokes == PolicyRules.Revokes.ALL_FACTORS;
    List<FactorId> revoked = new ArrayList<>();
    for (Factor factor : losable(account)) {
      if (!factor.id().equals(bound) && (all || lost.includes(factor.id()))) {
        RevocationReason reason =
            lost.extent() != Lost.Extent.UNSAID && lost.includes(factor.id())
                ? RevocationReason.LOST
                : RevocationReason.REPLACED_BY_RESET;
        factors.save(revoked(factor, reason, now));
        write(recovery, AuditCode.FACTOR_REMOVED, factor, reason, origin);
        revoked.add(factor.id());
      }
    }
    return revoked;
  }

  private static Factor revoked(Factor factor, RevocationReason reason, Instant now) {
    return factor.fold(
        pending -> pending.abandon(RevocationReason.ABANDONED, now),
        active -> active.revoke(reason, now),
        suspended -> suspended.revoke(reason, now),
        ended -> ended);
  }

  /** Whether the policy is satisfied and the recovery has not ended. */
  static boolean proved(Recovery recovery) {
    return recovery.status().compareTo(RecoveryStatus.PROVING) > 0 && !recovery.status().ended();
  }

  private List<Factor.Suspended> suspended(Recovery recovery, AccountId account) {
    Lost lost = recovery.details().lost();
    return lost.extent() == Lost.Extent.UNSAID
        ? List.of()
        : factors.ofAccount(account).stream()
            .filter(Factor.Suspended.class::isInstance)
            .map(Factor.Suspended.class::cast)
            .filter(factor -> factor.reason() == RevocationReason.LOST)
            .filter(factor -> lost.includes(factor.id()))
            .toList();
  }

  private void write(
      Recovery recovery, AuditCode code, Factor factor, RevocationReason reason, Origin origin) {
    record.write(
        record
            .byBrowser(recovery, code, origin)
            .factor(factor.details().kind().code(), factor.id())
            .because(reason.code()));
  }
}

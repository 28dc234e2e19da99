package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.RecoveryCodeRepository;
import org.sparekey.application.signin.EndRemembering;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.recovery.VetoRoute;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;

/**
 * "This is not me." An unfinished recovery is vetoed, and no browser stands in for a factor any
 * more. A completed one is contested while its probation lasts, so that the veto wins a tie
 * (attacks row 12): every factor that was bound by it or after it goes out of use and all sessions
 * end; only another recovery leads back in.
 */
@Step
class StopRecovery {

  private final AccountRepository accounts;
  private final FactorRepository factors;
  private final RecoveryCodeRepository codes;
  private final EndRemembering endRemembering;
  private final PolicyOfRecovery policies;
  private final EndRecovery endRecovery;
  private final OtherRecoveries otherRecoveries;
  private final SwapFactors swap;
  private final RecoveryNotices notices;
  private final RecoveryRecord record;

  @Inject
  StopRecovery(
      AccountRepository accounts,
      FactorRepository factors,
      RecoveryCodeRepository codes,
      EndRemembering endRemembering,
      PolicyOfRecovery policies,
      EndRecovery endRecovery,
      OtherRecoveries otherRecoveries,
      SwapFactors swap,
      RecoveryNotices notices,
      RecoveryRecord record) {
    this.accounts = accounts;
    this.factors = factors;
    this.codes = codes;
    this.endRemembering = endRemembering;
    this.policies = policies;
    this.endRecovery = endRecovery;
    this.otherRecoveries = otherRecoveries;
    this.swap = swap;
    this.notices = notices;
    this.record = record;
  }

  /**
   * Stops or contests what was read under the locks of the account and the recovery, and with it
   * the others of the same account.
   *
   * @param others whether one of the others may be stopped, too
   */
  RecoveryAnswer stop(
      Recovery recovery,
      Predicate<? super Recovery> others,
      VetoRoute route,
      Actor actor,
      Origin origin,
      Instant now) {
    if (recovery.status() == RecoveryStatus.VETOED) {
      return new RecoveryAnswer.Done(recovery.status());
    }
    return recovery
        .unfinished()
        .filter(open -> !OpenStep.ended(open, now))
        .map(open -> veto(open, others, route, actor, origin, now))
        .orElseGet(() -> contestOrRefuse(recovery, others, route, actor, origin, now));
  }

  /** Why the button would do nothing; empty when it would do something. */
  Optional<RecoveryRefusal> unstoppable(Recovery recovery, Instant now) {
    if (recovery instanceof Recovery.Completed completed) {
      return inProbation(completed, now)
          ? contestable(completed).isEmpty()
              ? Optional.of(RecoveryRefusal.CONTESTED_BEFORE)
              : Optional.empty()
          : Optional.of(RecoveryRefusal.VETO_TOO_LATE);
    }
    return OpenStep.ended(recovery, now) ? Optional.of(RecoveryRefusal.ENDED) : Optional.empty();
  }

  private RecoveryAnswer veto(
      Recovery.Unfinished open,
      Predicate<? super Recovery> others,
      VetoRoute route,
      Actor actor,
      Origin origin,
      Instant now) {
    Recovery.Vetoed vetoed = open.veto(route, now);
    endRecovery.end(
        open, vetoed, AuditCode.RECOVERY_VETOED, actor, Optional.of(route.code()), origin);
    otherRecoveries.vetoedWith(vetoed, others, route, actor, origin, now);
    open.details()
        .account()
        .flatMap(accounts::find)
        .ifPresent(owner -> endRemembering.of(owner.id(), owner.organisation(), actor, origin));
    return new RecoveryAnswer.Done(vetoed.status());
  }

  private RecoveryAnswer contestOrRefuse(
      Recovery recovery,
      Predicate<? super Recovery> others,
      VetoRoute route,
      Actor actor,
      Origin origin,
      Instant now) {
    Optional<RecoveryRefusal> refusal = unstoppable(recovery, now);
    if (refusal.isPresent() || !(recovery instanceof Recovery.Completed completed)) {
      RecoveryRefusal reason = refusal.orElse(RecoveryRefusal.ENDED);
      record.write(
          record
              .about(recovery.details(), AuditCode.RECOVERY_VETOED, actor, origin)
              .refused(reason.code())
              .with(route.code()));
      return RecoveryAnswer.refused(reason);
    }
    Account owner = recovery.details().account().flatMap(accounts::find).orElseThrow();
    otherRecoveries.vetoedWith(completed, others, route, actor, origin, now);
    for (Factor.Active factor : inUseSince(completed)) {
      factors.save(factor.suspend(RevocationReason.RESET_CONTESTED, now));
      record.write(
          record
              .about(recovery.details(), AuditCode.FACTOR_SUSPENDED, actor, origin)
              .factor(factor.details().kind().code(), factor.id())
              .because(RevocationReason.RESET_CONTESTED.code()));
    }
    endKnownCodes(completed, owner, actor, origin, now);
    swap.endSessions(recovery, owner.id(), actor, origin, now);
    record.write(
        record
            .about(recovery.details(), AuditCode.RECOVERY_CONTESTED, actor, origin)
            .because(route.code()));
    notices.tell(owner, NoticeKind.RECOVERY_CONTESTED, origin);
    return new RecoveryAnswer.Done(recovery.status());
  }

  private void endKnownCodes(
      Recovery.Completed completed, Account owner, Actor actor, Origin origin, Instant now) {
    boolean used =
        completed.evidence().stream().anyMatch(proof -> proof.kind() == EvidenceKind.RECOVERY_CODE);
    codes
        .inForce(owner.id())
        .filter(
            sheet ->
                used
                    || sheet.codes().stream()
                        .anyMatch(code -> !code.issuedAt().isBefore(completed.endedAt())))
        .filter(sheet -> codes.end(sheet.batch().id(), now))
        .ifPresent(
            sheet ->
                record.write(
                    record
                        .about(completed.details(), AuditCode.RECOVERY_CODES_ENDED, actor, origin)
                        .because(RevocationReason.RESET_CONTESTED.code())
                        .with("batch " + sheet.batch().number())));
  }

  private boolean inProbation(Recovery.Completed completed, Instant now) {
    return now.isBefore(
        completed.endedAt().plus(policies.of(completed.details()).rules().probation()));
  }

  /** In use, and bound by this reset or after it. */
  private List<Factor.Active> inUseSince(Recovery.Completed completed) {
    return boundSince(completed).stream().flatMap(factor -> factor.asActive().stream()).toList();
  }

  /**
   * In use, or reported lost by another recovery, which is no way out for a thief: that recovery
   * ends, and with it the report.
   */
  private List<Factor> contestable(Recovery.Completed completed) {
    return boundSince(completed).stream()
        .filter(
            factor ->
                factor instanceof Factor.Active
                    || (factor instanceof Factor.Suspended suspended
                        && suspended.reason() == RevocationReason.LOST))
        .toList();
  }

  private List<Factor> boundSince(Recovery.Completed completed) {
    return completed.details().account().stream()
        .flatMap(account -> factors.ofAccount(account).stream())
        .filter(
            factor ->
                factor
                    .<Optional<Instant>>fold(
                        pending -> Optional.empty(),
                        active -> Optional.of(active.confirmedAt()),
                        suspended -> Optional.of(suspended.confirmedAt()),
                        revoked -> Optional.empty())
                    .filter(confirmed -> !confirmed.isBefore(completed.endedAt()))
                    .isPresent())
        .toList();
  }
}

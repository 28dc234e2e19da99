package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.IssuedCodeRepository;
import org.sparekey.application.port.KnownBrowserRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.ResetHistory;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.application.signin.FailureCounters;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.RevocationReason;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.Reset;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/**
 * The reset. The new factor comes into use; the lost ones, all sessions, known browsers, open codes
 * and other recoveries end with them (attacks row 20); counters begin anew; the history, the audit
 * log and every address are told; probation begins. All of it or nothing: it runs in the
 * transaction of its caller, who holds the locks of the account and of the recovery.
 */
@Step
class SwapFactors {

  private final RecoveryRepository recoveries;
  private final AccountRepository accounts;
  private final FactorRepository factors;
  private final SessionRepository sessions;
  private final KnownBrowserRepository browsers;
  private final IssuedCodeRepository codes;
  private final ChallengeRepository challenges;
  private final FailureCounters counters;
  private final ResetHistory resets;
  private final LostFactors lostFactors;
  private final OtherRecoveries otherRecoveries;
  private final PolicyOfRecovery policies;
  private final RecoveryNotices notices;
  private final RecoveryRecord record;

  @Inject
  SwapFactors(
      RecoveryRepository recoveries,
      AccountRepository accounts,
      FactorRepository factors,
      SessionRepository sessions,
      KnownBrowserRepository browsers,
      IssuedCodeRepository codes,
      ChallengeRepository challenges,
      FailureCounters counters,
      ResetHistory resets,
      LostFactors lostFactors,
      OtherRecoveries otherRecoveries,
      PolicyOfRecovery policies,
      RecoveryNotices notices,
      RecoveryRecord record) {
    this.recoveries = recoveries;
    this.accounts = accounts;
    this.factors = factors;
    this.sessions = sessions;
    this.browsers = browsers;
    this.codes = codes;
    this.challenges = challenges;
    this.counters = counters;
    this.resets = resets;
    this.lostFactors = lostFactors;
    this.otherRecoveries = otherRecoveries;
    this.policies = policies;
    this.notices = notices;
    this.record = record;
  }

  /** Binds {@code bound}, which has just been proved, and ends what is lost. */
  void swap(Recovery.Ready ready, Account owner, Factor.Active bound, Origin origin, Instant now) {
    factors.save(bound);
    PolicyRules.Revokes revokes = policies.of(ready.details()).rules().revokes();
    List<FactorId> revoked =
        lostFactors.revoke(ready, owner.id(), bound.id(), revokes, origin, now);
    endPending(owner.id(), now);
    Recovery.Completed completed = ready.complete(bound.id(), now);
    recoveries.save(completed);
    otherRecoveries.replacedBy(completed, owner.id(), origin, now);
    record.write(
        record
            .byBrowser(completed, AuditCode.FACTOR_BOUND, origin)
            .factor(bound.details().kind().code(), bound.id())
            .because("reset"));
    endSessions(completed, owner.id(), Actor.anonymous(), origin, now);
    codes.endAllOf(owner.id(), now);
    challenges.endAllOf(owner.id());
    counters.clear(owner.id());
    resets.add(
        new Reset(
            ready.id(),
            owner.id(),
            now,
            revoked,
            bound.id(),
            policies.of(ready.details()).version(),
            ready.evidence().stream().map(EvidenceGiven::kind).collect(Collectors.toSet()),
            ready.risk().reasons()));
    beginProbation(completed, owner, now);
    record.write(
        record
            .byBrowser(completed, AuditCode.RECOVERY_COMPLETED, origin)
            .factor(bound.details().kind().code(), bound.id())
            .with("revoked " + revoked.size()));
    notices.tellWithVeto(owner, completed.id(), NoticeKind.RECOVERY_COMPLETED, Map.of(), origin);
  }

  /** Ends sessions and known browsers, and says how many. */
  void endSessions(Recovery recovery, AccountId owner, Actor actor, Origin origin, Instant now) {
    int ended = sessions.endAllOf(owner, now);
    int forgotten = browsers.forgetAllOf(owner, now);
    record.write(
        record
            .about(recovery.details(), AuditCode.SESSION_REVOKED, actor, origin)
            .because(recovery.status().code())
            .with("sessions " + ended));
    record.write(
        record
            .about(recovery.details(), AuditCode.BROWSER_FORGOTTEN, actor, origin)
            .because(recovery.status().code())
            .with("browsers " + forgotten));
  }

  /** Enrolments that sessions had begun die with the sessions. */
  private void endPending(AccountId owner, Instant now) {
    factors.ofAccount(owner).stream()
        .filter(Factor.Pending.class::isInstance)
        .map(Factor.Pending.class::cast)
        .forEach(factor -> factors.save(factor.abandon(RevocationReason.ABANDONED, now)));
  }

  private void beginProbation(Recovery.Completed completed, Account owner, Instant now) {
    Instant end = now.plus(policies.of(completed.details()).rules().probation());
    if (owner.probationUntil().filter(end::isBefore).isEmpty()) {
      accounts.save(owner.withProbationUntil(end));
    }
  }
}

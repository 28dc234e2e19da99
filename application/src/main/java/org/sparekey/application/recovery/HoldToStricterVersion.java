package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.enrolment.PendingFactors;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.OpinionRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.Circumstances;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.recovery.Opinion;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;

/**
 * Lets a newer version of the policy that takes running recoveries along decide again about one
 * that waits, before it goes on: by the proofs that were given and the risk that was seen then. It
 * asks for more people or time, ends what has too little proof, or changes nothing, see {@link
 * PolicyOfRecovery#of}.
 */
@Step
class HoldToStricterVersion {

  /** In the log: the version that took it along is the cause. */
  static final String REASON = "stricter-version";

  private final PolicyOfRecovery policies;
  private final EarlierVetoes vetoes;
  private final AccountRepository accounts;
  private final RecoveryRepository recoveries;
  private final OpinionRepository opinions;
  private final ProofsInForce inForce;
  private final PendingFactors pendingFactors;
  private final EndRecovery endRecovery;
  private final RecoveryNotices notices;
  private final RecoveryRecord record;

  @Inject
  HoldToStricterVersion(
      PolicyOfRecovery policies,
      EarlierVetoes vetoes,
      AccountRepository accounts,
      RecoveryRepository recoveries,
      OpinionRepository opinions,
      ProofsInForce inForce,
      PendingFactors pendingFactors,
      EndRecovery endRecovery,
      RecoveryNotices notices,
      RecoveryRecord record) {
    this.policies = policies;
    this.vetoes = vetoes;
    this.accounts = accounts;
    this.recoveries = recoveries;
    this.opinions = opinions;
    this.inForce = inForce;
    this.pendingFactors = pendingFactors;
    this.endRecovery = endRecovery;
    this.notices = notices;
    this.record = record;
  }

  /**
   * The state that the version in force asks for, stored; the same one when it asks for no more.
   *
   * @param waiting read under the locks of the account and the recovery
   */
  Recovery hold(Recovery.Waiting waiting, Origin origin, Instant now) {
    RecoveryPolicy policy = policies.of(waiting.details());
    Optional<Account> owner = waiting.details().account().flatMap(accounts::find);
    return policy.version().equals(waiting.details().policy()) || owner.isEmpty()
        ? waiting
        : hold(waiting, policy, owner.get(), origin, now);
  }

  /** The refusal of a step for which the version asks for more first; empty when it does not. */
  Optional<RecoveryAnswer> refusal(
      Recovery.Ready ready, AuditCode step, Origin origin, Instant now) {
    Recovery next = hold(ready, origin, now);
    return next.equals(ready)
        ? Optional.empty()
        : Optional.of(record.refuse(next, step, origin, OpenStep.outOfTurn(next, now)));
  }

  private Recovery hold(
      Recovery.Waiting waiting, RecoveryPolicy policy, Account owner, Origin origin, Instant now) {
    Circumstances looked =
        new Circumstances(
            waiting.risk(),
            vetoes.count(owner.id(), now),
            waiting.details().failedHere(),
            false, // a reset ends every other recovery of its account
            now);
    return policy
        .decide(inForce.of(waiting, owner, policy), looked)
        .fold(
            more -> end(waiting, REASON, origin, now),
            satisfied ->
                asked(waiting, waiting.stricter(satisfied, agreed(waiting), now), owner, origin),
            refused -> end(waiting, refused.code(), origin, now));
  }

  private Set<AccountId> agreed(Recovery recovery) {
    return opinions.on(recovery.id()).stream()
        .filter(Opinion::agreed)
        .map(Opinion::by)
        .collect(Collectors.toSet());
  }

  private Recovery asked(
      Recovery.Waiting waiting, Recovery.Unfinished next, Account owner, Origin origin) {
    if (next.equals(waiting)) {
      return waiting;
    }
    recoveries.save(next);
    pendingFactors.endAll(owner.id(), EndRecovery.ceremony(next.id()));
    String words = JudgeProofs.words(waiting.risk());
    if (next instanceof Recovery.Holding holding) {
      write(next, AuditCode.RECOVERY_HOLD_EXTENDED, words, origin);
      Map<String, String> until = Map.of("until", holding.until().toString());
      notices.tellWithVeto(owner, next.id(), NoticeKind.RECOVERY_HOLDING, until, origin);
    } else {
      write(next, AuditCode.RECOVERY_APPROVAL_NEEDED, words, origin);
      notices.tellWithVeto(owner, next.id(), NoticeKind.RECOVERY_APPROVING, Map.of(), origin);
    }
    return next;
  }

  /** The proofs are too few, or more were wrong than it takes. */
  private Recovery end(Recovery.Waiting waiting, String reason, Origin origin, Instant now) {
    Recovery.Cancelled cancelled = waiting.cancel(now);
    endRecovery.end(
        waiting,
        cancelled,
        AuditCode.RECOVERY_CANCELLED,
        Actor.system(),
        Optional.of(reason),
        origin);
    return cancelled;
  }

  private void write(Recovery next, AuditCode code, String words, Origin origin) {
    var fact = record.about(next.details(), code, Actor.system(), origin).because(REASON);
    record.write(words.isEmpty() ? fact : fact.with(words));
  }
}

package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.policy.Circumstances;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyDecision;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Origin;

/**
 * Puts the proofs of a recovery before its policy, and does what the policy says: more proofs,
 * approval by people, a hold, or ready. Then the owner is told at every address, and what was
 * reported lost goes out of use. What the policy said is logged in the words that the owner sees.
 */
@Step
class JudgeProofs {

  private final PolicyOfRecovery policies;
  private final RecoveryCircumstances circumstances;
  private final KnownBrowserProof knownBrowser;
  private final ProofsInForce inForce;
  private final RecoveryRepository recoveries;
  private final LostFactors lostFactors;
  private final RecoveryNotices notices;
  private final RecoveryRecord record;

  @Inject
  JudgeProofs(
      PolicyOfRecovery policies,
      RecoveryCircumstances circumstances,
      KnownBrowserProof knownBrowser,
      ProofsInForce inForce,
      RecoveryRepository recoveries,
      LostFactors lostFactors,
      RecoveryNotices notices,
      RecoveryRecord record) {
    this.policies = policies;
    this.circumstances = circumstances;
    this.knownBrowser = knownBrowser;
    this.inForce = inForce;
    this.recoveries = recoveries;
    this.lostFactors = lostFactors;
    this.notices = notices;
    this.record = record;
  }

  /**
   * Stores and returns the state that follows from the proofs. A browser that gave itself brings no
   * people in: its owner may still give a proof that needs none.
   */
  Recovery judge(Recovery.Hearing given, Account account, Origin origin, Instant now) {
    return judge(given, account, false, origin, now);
  }

  /** The same when its owner wants people to decide. */
  Recovery judgeWithPeople(Recovery.Hearing given, Account account, Origin origin, Instant now) {
    return judge(given, account, true, origin, now);
  }

  private Recovery judge(
      Recovery.Hearing given, Account account, boolean people, Origin origin, Instant now) {
    RecoveryPolicy policy = policies.of(given.details());
    Recovery.Hearing proved = knownBrowser.addTo(given, account, policy, origin, now);
    Circumstances looked = circumstances.of(proved, account, origin, now);
    List<EvidenceGiven> taken = inForce.of(proved, account, policy);
    PolicyDecision all = policy.decide(taken, looked);
    PolicyDecision decision =
        !people && proved instanceof Recovery.Collecting && needsPeople(all)
            ? policy.decide(KnownBrowserProof.without(taken), looked)
            : all;
    return decision.fold(
        more -> keep(proved, decision, ways(more), origin),
        satisfied -> satisfied(proved, satisfied, looked.risk(), account, origin, now),
        refused -> keep(proved, decision, "", origin));
  }

  private static boolean needsPeople(PolicyDecision decision) {
    return decision instanceof PolicyDecision.Satisfied satisfied && satisfied.approvals() > 0;
  }

  /** The proofs are kept, and the decision changes nothing; {@code words} say more about it. */
  private Recovery keep(
      Recovery.Hearing proved, PolicyDecision decision, String words, Origin origin) {
    recoveries.save(proved);
    AuditDraft fact =
        record.byBrowser(proved, AuditCode.RECOVERY_DECIDED, origin).because(decision.code());
    record.write(words.isEmpty() ? fact : fact.with(words));
    return proved;
  }

  private Recovery satisfied(
      Recovery.Hearing proved,
      PolicyDecision.Satisfied decision,
      RiskAssessment risk,
      Account account,
      Origin origin,
      Instant now) {
    Recovery.Unfinished next = next(proved, decision, risk, now);
    if (next.equals(proved)) {
      return keep(proved, decision, words(risk), origin);
    }
    recoveries.save(next);
    record.write(
        record
            .byBrowser(next, codeOf(proved, next), origin)
            .because(decision.code())
            .with(words(risk)));
    lostFactors.suspend(next, account.id(), origin, now);
    if (next instanceof Recovery.Holding holding) {
      notices.tellWithVeto(
          account,
          next.id(),
          NoticeKind.RECOVERY_HOLDING,
          Map.of("until", holding.until().toString()),
          origin);
    } else {
      NoticeKind kind =
          next instanceof Recovery.Ready
              ? NoticeKind.RECOVERY_READY
              : NoticeKind.RECOVERY_APPROVING;
      notices.tellWithVeto(account, next.id(), kind, Map.of(), origin);
    }
    return next;
  }

  private static Recovery.Unfinished next(
      Recovery.Hearing proved,
      PolicyDecision.Satisfied decision,
      RiskAssessment risk,
      Instant now) {
    if (proved instanceof Recovery.Holding holding) {
      return holding.satisfied(decision, now);
    }
    return proved instanceof Recovery.Approving approving
        ? approving.satisfied(decision, now)
        : ((Recovery.Proving) proved).satisfied(decision, risk, now);
  }

  private static AuditCode codeOf(Recovery before, Recovery next) {
    return switch (next.status()) {
      case APPROVING -> AuditCode.RECOVERY_APPROVAL_NEEDED;
      case HOLDING ->
          before instanceof Recovery.Holding
              ? AuditCode.RECOVERY_HOLD_SHORTENED
              : AuditCode.RECOVERY_HOLD_BEGUN;
      case READY -> AuditCode.RECOVERY_READY;
      case REQUESTED, PROVING, COMPLETED, CANCELLED, VETOED, DENIED, EXPIRED ->
          throw new IllegalStateException("not satisfied: " + next.status());
    };
  }

  /** What would do, the cheapest first, as stable words. */
  static String ways(PolicyDecision.MoreEvidence more) {
    return more.wouldDo().stream()
        .limit(DecisionView.MOST_SHOWN)
        .map(
            (Set<EvidenceKind> kinds) ->
                kinds.stream().sorted().map(EvidenceKind::code).collect(Collectors.joining("+")))
        .collect(Collectors.joining(" "));
  }

  /** The level of risk and its reasons, as stable words. */
  static String words(RiskAssessment risk) {
    return Stream.concat(
            Stream.of(risk.level().code()), risk.reasons().stream().map(RiskReason::code).sorted())
        .collect(Collectors.joining(" "));
  }
}

package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.policy.Circumstances;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyDecision;
import org.sparekey.domain.policy.RecoveryPath;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;

/**
 * Says what the policy says to a recovery as it stands. Before the first proof that depends on the
 * policy alone, so that a decoy is told the same (attacks row 16).
 */
@Step
class ExplainDecision {

  private final PolicyOfRecovery policies;
  private final AccountRepository accounts;
  private final SurvivingFactors survivors;
  private final RecoveryCircumstances circumstances;

  @Inject
  ExplainDecision(
      PolicyOfRecovery policies,
      AccountRepository accounts,
      SurvivingFactors survivors,
      RecoveryCircumstances circumstances) {
    this.policies = policies;
    this.accounts = accounts;
    this.survivors = survivors;
    this.circumstances = circumstances;
  }

  /**
   * The decision as it is shown, and every kind of proof that would help.
   *
   * @param offered not only those of the ways that are shown
   */
  record Explained(DecisionView decision, Set<EvidenceKind> offered, boolean sameChannel) {}

  /** Explains the present state. */
  Explained explain(Recovery recovery, Instant now) {
    return recovery instanceof Recovery.Collecting
        ? collecting(recovery, now)
        : new Explained(state(recovery), shortening(recovery, now), false);
  }

  private Explained collecting(Recovery recovery, Instant now) {
    Optional<Account> owner = recovery.details().account().flatMap(accounts::find);
    RecoveryPolicy policy = policies.of(recovery.details());
    Circumstances shown = circumstances.shown(recovery, owner, now);
    return policy
        .decide(recovery.evidence(), shown)
        .fold(
            more -> more(recovery, more, 0, now),
            satisfied ->
                policy
                    .decide(KnownBrowserProof.without(recovery.evidence()), shown)
                    .fold(
                        more -> more(recovery, more, satisfied.approvals(), now),
                        enough -> none(DecisionView.of(enough.code())),
                        refused -> none(DecisionView.of(refused.code()))),
            refused ->
                none(DecisionView.until(refused.code(), owner.flatMap(Account::probationUntil))));
  }

  private static Explained none(DecisionView decision) {
    return new Explained(decision, Set.of(), false);
  }

  private Explained more(
      Recovery recovery, PolicyDecision.MoreEvidence more, int people, Instant now) {
    Set<EvidenceKind> left =
        survivors.of(recovery, now).stream()
            .map(SurvivingFactors::kind)
            .collect(Collectors.toSet());
    List<Set<EvidenceKind>> possible =
        more.wouldDo().stream()
            .map(kinds -> withoutBrowser(recovery, kinds))
            .filter(kinds -> kinds.stream().allMatch(kind -> canBeGiven(recovery, kind, left)))
            .distinct()
            .toList();
    Set<EvidenceKind> offered = new LinkedHashSet<>();
    possible.forEach(offered::addAll);
    if (more.sameChannel()) {
      // where one mailbox gives both proofs, a code from another mailbox helps as well
      recovery.evidence().stream()
          .map(EvidenceGiven::kind)
          .filter(kind -> kind == EvidenceKind.MAILED_CODE)
          .forEach(offered::add);
    }
    return new Explained(
        DecisionView.more(more.code(), possible).orPeople(people), offered, more.sameChannel());
  }

  /** The browser gives itself, with the first other proof, or never. */
  private static Set<EvidenceKind> withoutBrowser(Recovery recovery, Set<EvidenceKind> kinds) {
    boolean comesByItself =
        recovery.evidence().isEmpty() && recovery.details().browser().isPresent();
    return kinds.stream()
        .filter(kind -> kind != EvidenceKind.KNOWN_BROWSER || !comesByItself)
        .collect(Collectors.toSet());
  }

  /** Before the first proof nobody learns which factors there are. */
  private static boolean canBeGiven(Recovery recovery, EvidenceKind kind, Set<EvidenceKind> left) {
    if (kind == EvidenceKind.KNOWN_BROWSER) {
      return false;
    }
    boolean byFactor =
        kind.byFactor() || kind == EvidenceKind.SURVIVING_FACTOR || kind == EvidenceKind.PHONE_CODE;
    return !byFactor || recovery.evidence().isEmpty() || left.stream().anyMatch(kind::metBy);
  }

  private DecisionView state(Recovery recovery) {
    return recovery.fold(
        requested -> DecisionView.of(""),
        proving -> DecisionView.of(""),
        approving ->
            new DecisionView(
                "approval-needed",
                List.of(),
                Optional.empty(),
                approving.needed() - approving.approvers().size()),
        holding -> DecisionView.until("hold-until", Optional.of(holding.until())),
        ready -> DecisionView.of("enough"),
        completed -> DecisionView.of("enough"),
        cancelled ->
            DecisionView.of(
                tooManyWrong(recovery) ? PolicyDecision.Refused.Reason.TOO_MANY_WRONG.code() : ""),
        vetoed -> DecisionView.of(""),
        denied -> DecisionView.of(""),
        expired -> DecisionView.of(""));
  }

  private boolean tooManyWrong(Recovery recovery) {
    return recovery.details().failedHere() >= policies.of(recovery.details()).rules().wrongProofs();
  }

  /**
   * Which single further proofs would shorten a hold, or make up for people; where a stricter
   * version takes the proofs for too few, those that it misses.
   */
  private Set<EvidenceKind> shortening(Recovery recovery, Instant now) {
    if (recovery.status() != RecoveryStatus.HOLDING
        && recovery.status() != RecoveryStatus.APPROVING) {
      return Set.of();
    }
    RecoveryPolicy policy = policies.of(recovery.details());
    Optional<Account> owner = recovery.details().account().flatMap(accounts::find);
    return policy
        .decide(recovery.evidence(), circumstances.shown(recovery, owner, now))
        .fold(
            more ->
                more(recovery, more, 0, now).offered().stream()
                    .filter(kind -> OpenStep.taken(policy, recovery, kind))
                    .collect(Collectors.toSet()),
            satisfied -> shortening(policy, recovery, now),
            refused -> Set.of());
  }

  private Set<EvidenceKind> shortening(RecoveryPolicy policy, Recovery recovery, Instant now) {
    Set<EvidenceKind> given =
        recovery.evidence().stream().map(EvidenceGiven::kind).collect(Collectors.toSet());
    Set<EvidenceKind> left =
        survivors.of(recovery, now).stream()
            .map(SurvivingFactors::kind)
            .collect(Collectors.toSet());
    return policy.paths().stream()
        .filter(path -> shorter(path, recovery))
        .flatMap(path -> path.evidence().stream())
        .filter(kind -> given.stream().noneMatch(kind::metBy))
        .filter(kind -> OpenStep.taken(policy, recovery, kind))
        .filter(kind -> canBeGiven(recovery, kind, left))
        .collect(Collectors.toSet());
  }

  private static boolean shorter(RecoveryPath path, Recovery recovery) {
    return recovery.<Boolean>fold(
        requested -> false,
        proving -> false,
        approving -> path.approvals() < approving.needed(),
        holding ->
            path.approvals() == 0
                && holding
                    .since()
                    .plus(path.holds().at(holding.risk().level()))
                    .isBefore(holding.until()),
        ready -> false,
        completed -> false,
        cancelled -> false,
        vetoed -> false,
        denied -> false,
        expired -> false);
  }
}

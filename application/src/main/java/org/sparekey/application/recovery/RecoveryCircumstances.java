package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.Step;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.policy.Circumstances;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Origin;

/** What a decision looks at besides the proofs. */
@Step
class RecoveryCircumstances {

  private final RiskFacts risks;
  private final EarlierVetoes vetoes;

  @Inject
  RecoveryCircumstances(RiskFacts risks, EarlierVetoes vetoes) {
    this.risks = risks;
    this.vetoes = vetoes;
  }

  /** To decide by: what speaks against it now, and what spoke against it when it began to wait. */
  Circumstances of(Recovery.Hearing recovery, Account account, Origin origin, Instant now) {
    Set<RiskReason> reasons = EnumSet.noneOf(RiskReason.class);
    reasons.addAll(risks.assess(recovery.details(), account, origin, now).reasons());
    reasons.addAll(before(recovery).reasons());
    return of(recovery, account, new RiskAssessment(reasons), now);
  }

  /** To show by: what would help does not depend on the risk. */
  Circumstances shown(Recovery recovery, Optional<Account> account, Instant now) {
    return account
        .filter(owner -> !recovery.evidence().isEmpty())
        .map(owner -> of(recovery, owner, RiskAssessment.nothingOdd(), now))
        .orElseGet(() -> Circumstances.nothingOdd(now));
  }

  private Circumstances of(Recovery recovery, Account account, RiskAssessment risk, Instant now) {
    return new Circumstances(
        risk,
        vetoes.count(account.id(), now),
        recovery.details().failedHere(),
        account.onProbation(now) && !vetoes.latestResetContested(account.id()),
        recovery instanceof Recovery.Holding holding ? holding.since() : now);
  }

  private static RiskAssessment before(Recovery.Hearing recovery) {
    return recovery instanceof Recovery.Holding holding
        ? holding.risk()
        : recovery instanceof Recovery.Approving approving
            ? approving.risk()
            : RiskAssessment.nothingOdd();
  }
}

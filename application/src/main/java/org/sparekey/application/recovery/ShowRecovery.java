package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sparekey.application.UseCase;
import org.sparekey.application.enrolment.EnrolmentView;
import org.sparekey.application.enrolment.PendingTotp;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.signin.FactorView;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.policy.Circumstances;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.PolicyDecision;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryDetails;
import org.sparekey.domain.shared.Secret;

/**
 * Shows the recovery that this browser started. It moves nothing: a hold ends only where the server
 * clock is watched, see {@link MoveRecoveriesOn}.
 */
@UseCase
public class ShowRecovery {

  private final RecoveryByToken byToken;
  private final ExplainDecision explain;
  private final PolicyOfRecovery policies;
  private final SurvivingFactors survivors;
  private final AccountRepository accounts;
  private final LostFactors lostFactors;
  private final PendingTotp pendingTotp;
  private final SiteSettings site;
  private final InstantSource clock;

  @Inject
  ShowRecovery(
      RecoveryByToken byToken,
      ExplainDecision explain,
      PolicyOfRecovery policies,
      SurvivingFactors survivors,
      AccountRepository accounts,
      LostFactors lostFactors,
      PendingTotp pendingTotp,
      SiteSettings site,
      InstantSource clock) {
    this.byToken = byToken;
    this.explain = explain;
    this.policies = policies;
    this.survivors = survivors;
    this.accounts = accounts;
    this.lostFactors = lostFactors;
    this.pendingTotp = pendingTotp;
    this.site = site;
    this.clock = clock;
  }

  /** Empty when this browser started none. */
  public Optional<RecoveryView> show(Secret recoveryToken) {
    Instant now = clock.instant();
    return byToken.find(recoveryToken).map(recovery -> view(recovery, now));
  }

  private RecoveryView view(Recovery recovery, Instant now) {
    RecoveryDetails details = recovery.details();
    ExplainDecision.Explained explained = explain.explain(recovery, now);
    return new RecoveryView(
        recovery.id(),
        recovery.status(),
        recovery.evidence().stream().map(EvidenceGiven::kind).collect(Collectors.toSet()),
        explained.offered(),
        explained.decision(),
        survivors.of(recovery, now).stream().map(FactorView::of).toList(),
        details
            .codeSentAt()
            .filter(sent -> now.isBefore(sent.plus(SendRecoveryCode.validity(site))))
            .isPresent(),
        recovery instanceof Recovery.Proving proving ? losable(proving) : List.of(),
        details.lost().extent(),
        explained.sameChannel(),
        details.openedAt(),
        details.expiresAt(),
        recovery instanceof Recovery.Holding holding
            ? Optional.of(holding.until())
            : Optional.empty(),
        now,
        recovery instanceof Recovery.Ready ready ? enrolment(ready) : Optional.empty(),
        policies.stricterThanBegun(details),
        outruled(recovery, now),
        ListOwnRecoveries.riskReasons(recovery));
  }

  private boolean outruled(Recovery recovery, Instant now) {
    return recovery instanceof Recovery.Cancelled
        && policies.stricterThanBegun(recovery.details())
        && !enough(policies.of(recovery.details()), recovery, now)
        && enough(policies.begunUnder(recovery.details()), recovery, now);
  }

  private static boolean enough(RecoveryPolicy policy, Recovery recovery, Instant now) {
    return policy.decide(recovery.evidence(), Circumstances.nothingOdd(now))
        instanceof PolicyDecision.Satisfied;
  }

  private List<LostOption> losable(Recovery.Proving proving) {
    Lost lost = proving.details().lost();
    return proving.details().account().stream()
        .flatMap(account -> lostFactors.losable(account).stream())
        .map((Factor factor) -> option(factor, lost))
        .toList();
  }

  private static LostOption option(Factor factor, Lost lost) {
    return new LostOption(
        factor.id(),
        factor.details().device().value(),
        factor.details().kind().code(),
        lost.extent() != Lost.Extent.UNSAID && lost.includes(factor.id()));
  }

  private Optional<EnrolmentView> enrolment(Recovery.Ready ready) {
    Optional<Account> owner = ready.details().account().flatMap(accounts::find);
    return owner.flatMap(
        account ->
            pendingTotp
                .open(account.id(), EndRecovery.ceremony(ready.id()))
                .flatMap(pending -> pendingTotp.view(account, pending)));
  }
}

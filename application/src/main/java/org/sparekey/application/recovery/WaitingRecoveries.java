package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.OpinionRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.policy.EvidenceGiven;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.recovery.Opinion;
import org.sparekey.domain.recovery.Recovery;

/** Says of a recovery what staff see before they agree or deny. */
@Step
class WaitingRecoveries {

  private final AccountRepository accounts;
  private final OpinionRepository opinions;
  private final PolicyOfRecovery policies;

  @Inject
  WaitingRecoveries(
      AccountRepository accounts, OpinionRepository opinions, PolicyOfRecovery policies) {
    this.accounts = accounts;
    this.opinions = opinions;
    this.policies = policies;
  }

  WaitingRecovery view(Recovery recovery, Account owner, SessionView staff) {
    Optional<Recovery.Approving> waiting =
        Optional.of(recovery)
            .filter(Recovery.Approving.class::isInstance)
            .map(Recovery.Approving.class::cast);
    List<Opinion> said = opinions.on(recovery.id());
    return new WaitingRecovery(
        recovery.id(),
        owner.id(),
        owner.displayName(),
        owner.signInName().value(),
        recovery.status(),
        policies.of(recovery.details()).version().toString(),
        recovery.details().lost().extent(),
        recovery.details().openedAt(),
        recovery.details().expiresAt(),
        recovery.evidence().stream().map(EvidenceGiven::kind).distinct().sorted().toList(),
        waiting.map(Recovery.Approving::risk).map(RiskAssessment::reasons).stream()
            .flatMap(Collection::stream)
            .sorted()
            .toList(),
        waiting.map(Recovery.Approving::needed).orElse(0),
        waiting.map(Recovery.Approving::hold).orElse(Duration.ZERO),
        said.stream().map(this::line).toList(),
        waiting.isPresent()
            && !owner.id().equals(staff.account())
            && said.stream().noneMatch(one -> one.by().equals(staff.account())));
  }

  private WaitingRecovery.OpinionLine line(Opinion opinion) {
    String name =
        accounts.find(opinion.by()).map(Account::displayName).orElse(opinion.by().toString());
    return new WaitingRecovery.OpinionLine(name, opinion.at(), opinion.agreed(), opinion.reason());
  }
}

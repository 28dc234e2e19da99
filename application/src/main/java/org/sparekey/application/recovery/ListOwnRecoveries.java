package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.policy.RiskAssessment;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.recovery.Recovery;

/** Lists the recoveries of the own account, latest first. */
@UseCase
public class ListOwnRecoveries {

  private static final int MOST = 50;

  private final RecoveryRepository recoveries;
  private final StopRecovery stopRecovery;
  private final InstantSource clock;

  @Inject
  ListOwnRecoveries(RecoveryRepository recoveries, StopRecovery stopRecovery, InstantSource clock) {
    this.recoveries = recoveries;
    this.stopRecovery = stopRecovery;
    this.clock = clock;
  }

  /** At most 50; none before the sign-in is complete. */
  public List<OwnRecoveryView> list(SessionView session) {
    Instant now = clock.instant();
    return session.signedIn()
        ? recoveries.ofAccount(session.account(), MOST).stream()
            .map(recovery -> view(recovery, now))
            .toList()
        : List.of();
  }

  private OwnRecoveryView view(Recovery recovery, Instant now) {
    return new OwnRecoveryView(
        recovery.id(),
        recovery.status(),
        recovery.details().openedAt(),
        endedAt(recovery),
        recovery instanceof Recovery.Holding holding
            ? Optional.of(holding.until())
            : Optional.empty(),
        stopRecovery.unstoppable(recovery, now).isEmpty(),
        riskReasons(recovery));
  }

  private static Optional<Instant> endedAt(Recovery recovery) {
    return recovery.fold(
        requested -> Optional.empty(),
        proving -> Optional.empty(),
        approving -> Optional.empty(),
        holding -> Optional.empty(),
        ready -> Optional.empty(),
        completed -> Optional.of(completed.endedAt()),
        cancelled -> Optional.of(cancelled.endedAt()),
        vetoed -> Optional.of(vetoed.endedAt()),
        denied -> Optional.of(denied.endedAt()),
        expired -> Optional.of(expired.endedAt()));
  }

  /** Stable codes, by name; empty before the policy is satisfied. */
  static List<String> riskReasons(Recovery recovery) {
    Optional<RiskAssessment> risk =
        recovery.fold(
            requested -> Optional.empty(),
            proving -> Optional.empty(),
            approving -> Optional.of(approving.risk()),
            holding -> Optional.of(holding.risk()),
            ready -> Optional.of(ready.risk()),
            completed -> Optional.of(completed.risk()),
            cancelled -> Optional.empty(),
            vetoed -> Optional.empty(),
            denied -> Optional.empty(),
            expired -> Optional.empty());
    return risk.stream()
        .flatMap(assessment -> assessment.reasons().stream())
        .map(RiskReason::code)
        .sorted()
        .toList();
  }
}

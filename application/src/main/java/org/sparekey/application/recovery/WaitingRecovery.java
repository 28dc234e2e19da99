package org.sparekey.application.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RiskReason;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.RecoveryId;

/**
 * A recovery that staff are asked about, or were. There is no code in it.
 *
 * @param policy key and version, "standard/3"
 * @param evidence the proofs given, in the order of their kinds
 * @param risks why it is looked at with care
 * @param needed how many people must agree; 0 once it waits for nobody any more
 * @param hold the waiting time that follows; zero once it waits for nobody any more
 * @param opinions in the order of time
 * @param mayDecide whether the person who looks may still agree or deny
 */
public record WaitingRecovery(
    RecoveryId id,
    AccountId account,
    String displayName,
    String signInName,
    RecoveryStatus status,
    String policy,
    Lost.Extent lost,
    Instant openedAt,
    Instant expiresAt,
    List<EvidenceKind> evidence,
    List<RiskReason> risks,
    int needed,
    Duration hold,
    List<OpinionLine> opinions,
    boolean mayDecide) {

  /** Copies the lists. */
  public WaitingRecovery {
    evidence = List.copyOf(evidence);
    risks = List.copyOf(risks);
    opinions = List.copyOf(opinions);
  }

  /** How many agreed so far. */
  public long agreed() {
    return opinions.stream().filter(OpinionLine::agreed).count();
  }

  /** What somebody said. */
  public record OpinionLine(String displayName, Instant at, boolean agreed, String reason) {}
}

package org.sparekey.application.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.enrolment.EnrolmentView;
import org.sparekey.application.signin.FactorView;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.RecoveryId;

/**
 * A recovery as the browser that started it sees it. A decoy looks the same.
 *
 * @param given kinds of proof found right so far
 * @param offered kinds that would help now: to be enough, or, once the policy is satisfied, to
 *     shorten the rest
 * @param decision what the policy says to the proofs so far
 * @param survivors factors that can be asked for a proof; empty before the first proof (row 16)
 * @param codeSent a code was asked for and is still good
 * @param losable factors that can be reported lost; empty before the first proof (row 16)
 * @param sameChannel the proofs would be enough, but one mailbox gives more than one of them
 * @param expiresAt when it ends by itself
 * @param holdUntil while the hold lasts
 * @param now the server's clock, for a countdown
 * @param enrolment the new factor that waits to be confirmed
 * @param stricterRules whether it comes under a newer, stricter version than it began with
 * @param outruled whether it ended and that version takes its proofs for too little
 * @param riskReasons stable codes, once the policy is satisfied
 */
public record RecoveryView(
    RecoveryId id,
    RecoveryStatus status,
    Set<EvidenceKind> given,
    Set<EvidenceKind> offered,
    DecisionView decision,
    List<FactorView> survivors,
    boolean codeSent,
    List<LostOption> losable,
    Lost.Extent lost,
    boolean sameChannel,
    Instant openedAt,
    Instant expiresAt,
    Optional<Instant> holdUntil,
    Instant now,
    Optional<EnrolmentView> enrolment,
    boolean stricterRules,
    boolean outruled,
    List<String> riskReasons) {

  /** Copies the collections. */
  public RecoveryView {
    given = Set.copyOf(given);
    offered = Set.copyOf(offered);
    survivors = List.copyOf(survivors);
    losable = List.copyOf(losable);
    riskReasons = List.copyOf(riskReasons);
  }
}

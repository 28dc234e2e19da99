package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.policy.RecoveryPolicy;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Origin;

/**
 * Whether a step is open at all. Asked anew at each step, of the state on the server (attacks row
 * 23).
 */
@Step
class OpenStep {

  private final PolicyOfRecovery policies;
  private final RecoveryRecord record;

  @Inject
  OpenStep(PolicyOfRecovery policies, RecoveryRecord record) {
    this.policies = policies;
    this.record = record;
  }

  /** Empty when a proof of this kind may be given now; else the refusal, which is logged. */
  Optional<RecoveryAnswer> hearing(
      Recovery recovery, EvidenceKind kind, Origin origin, Instant now) {
    Optional<RecoveryRefusal> refusal =
        ended(recovery, now)
            ? Optional.of(RecoveryRefusal.ENDED)
            : !(recovery instanceof Recovery.Hearing) || givenWhileWaiting(recovery, kind)
                ? Optional.of(RecoveryRefusal.NOT_NOW)
                : taken(policies.of(recovery.details()), recovery, kind)
                    ? Optional.empty()
                    : Optional.of(RecoveryRefusal.NOT_OFFERED);
    return refusal.map(
        reason -> {
          record.write(
              record
                  .byBrowser(recovery, AuditCode.RECOVERY_EVIDENCE, origin)
                  .refused(reason.code())
                  .with(kind.code()));
          return RecoveryAnswer.refused(reason);
        });
  }

  /** Empty when proofs are heard and one was given: only then there is talk of factors (row 16). */
  Optional<RecoveryAnswer> withFirstProof(Recovery recovery, Origin origin, Instant now) {
    Optional<RecoveryRefusal> refusal =
        ended(recovery, now)
            ? Optional.of(RecoveryRefusal.ENDED)
            : !(recovery instanceof Recovery.Hearing)
                ? Optional.of(RecoveryRefusal.NOT_NOW)
                : recovery.evidence().isEmpty()
                    ? Optional.of(RecoveryRefusal.PROOF_FIRST)
                    : Optional.empty();
    return refusal.map(
        reason -> record.refuse(recovery, AuditCode.RECOVERY_EVIDENCE, origin, reason));
  }

  /**
   * Whether some path takes a proof of this kind; while the recovery waits, a factor that is left
   * only where the policy lets it shorten the rest.
   */
  static boolean taken(RecoveryPolicy policy, Recovery recovery, EvidenceKind kind) {
    boolean byFactor = kind.byFactor() || kind == EvidenceKind.PHONE_CODE;
    return policy.evidence().stream().anyMatch(asked -> asked.metBy(kind))
        && (recovery instanceof Recovery.Collecting
            || !byFactor
            || policy.rules().survivors().contains(PolicyRules.Survivor.SHORTEN));
  }

  /** While the recovery waits, a proof of a kind that was given says nothing new. */
  private static boolean givenWhileWaiting(Recovery recovery, EvidenceKind kind) {
    return !(recovery instanceof Recovery.Collecting)
        && recovery.evidence().stream().anyMatch(proof -> proof.kind() == kind);
  }

  /** Why a step that belongs to another state is refused: it is over, or it is not its turn. */
  static RecoveryRefusal outOfTurn(Recovery recovery, Instant now) {
    return ended(recovery, now) ? RecoveryRefusal.ENDED : RecoveryRefusal.NOT_NOW;
  }

  /** Whether it has ended, or its time is over and nobody has written that down yet. */
  static boolean ended(Recovery recovery, Instant now) {
    return recovery.unfinished().map(open -> open.expire(now).isPresent()).orElse(true);
  }
}

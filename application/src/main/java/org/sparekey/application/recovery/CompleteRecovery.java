package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.enrolment.PendingTotp;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.ProofResult;
import org.sparekey.application.signin.TotpProof;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Binds the new factor and ends the lost ones: the code of the new factor first, then everything in
 * one transaction (attacks rows 12, 20 and 21). It signs nobody in (rows 3 and 19).
 */
@UseCase
public class CompleteRecovery {

  private final RecoveryByToken byToken;
  private final AccountRepository accounts;
  private final PendingTotp pendingTotp;
  private final TotpProof totpProof;
  private final StaleProofs staleProofs;
  private final HoldToStricterVersion stricterVersion;
  private final SwapFactors swap;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  CompleteRecovery(
      RecoveryByToken byToken,
      AccountRepository accounts,
      PendingTotp pendingTotp,
      TotpProof totpProof,
      StaleProofs staleProofs,
      HoldToStricterVersion stricterVersion,
      SwapFactors swap,
      RecoveryRecord record,
      InstantSource clock) {
    this.byToken = byToken;
    this.accounts = accounts;
    this.pendingTotp = pendingTotp;
    this.totpProof = totpProof;
    this.staleProofs = staleProofs;
    this.stricterVersion = stricterVersion;
    this.swap = swap;
    this.record = record;
    this.clock = clock;
  }

  /**
   * Completes it.
   *
   * @param factor the pending factor of this recovery, as the page showed it
   * @param device how the owner calls the device, see {@link DeviceName}
   * @param code six digits of the new factor
   */
  public RecoveryAnswer complete(
      Secret recoveryToken, FactorId factor, String device, String code, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Optional<Recovery> found = byToken.lockWithAccount(recoveryToken);
    if (found.isEmpty()) {
      return record.refuseUnknown(AuditCode.RECOVERY_COMPLETED, Actor.anonymous(), origin);
    }
    Recovery recovery = found.get();
    if (recovery instanceof Recovery.Completed done && done.bound().equals(factor)) {
      return new RecoveryAnswer.Done(RecoveryStatus.COMPLETED);
    }
    return recovery instanceof Recovery.Ready ready && !OpenStep.ended(recovery, now)
        ? staleProofs
            .endIfStale(ready, origin, now)
            .or(() -> stricterVersion.refusal(ready, AuditCode.RECOVERY_COMPLETED, origin, now))
            .orElseGet(() -> complete(ready, factor, device, code, origin, now))
        : record.refuse(
            recovery, AuditCode.RECOVERY_COMPLETED, origin, OpenStep.outOfTurn(recovery, now));
  }

  private RecoveryAnswer complete(
      Recovery.Ready ready,
      FactorId factor,
      String device,
      String code,
      Origin origin,
      Instant now) {
    AccountId account = ready.details().account().orElseThrow();
    Optional<Factor.Pending> pending =
        pendingTotp
            .open(account, EndRecovery.ceremony(ready.id()))
            .filter(waiting -> waiting.id().equals(factor));
    if (pending.isEmpty()) {
      return refuse(ready, RecoveryRefusal.ENROLMENT_OVER, Optional.empty(), origin);
    }
    Optional<DeviceName> name = DeviceName.parse(device);
    if (name.isEmpty()) {
      return refuse(ready, RecoveryRefusal.DEVICE_NAME, Optional.empty(), origin);
    }
    ProofResult result = totpProof.check(factor, code, ThrottleKey.ANY);
    if (!result.right()) {
      return refuse(
          ready,
          result.refusal().map(CompleteRecovery::reason).orElseThrow(),
          result.retryAt(),
          origin);
    }
    record.write(
        record
            .byBrowser(ready, AuditCode.RECOVERY_FACTOR_CHECKED, origin)
            .factor(pending.get().details().kind().code(), factor));
    Factor.Active bound = pending.get().confirm(name.get(), now);
    swap.swap(ready, accounts.find(account).orElseThrow(), bound, origin, now);
    return new RecoveryAnswer.Done(RecoveryStatus.COMPLETED);
  }

  private RecoveryAnswer refuse(
      Recovery recovery, RecoveryRefusal reason, Optional<Instant> retryAt, Origin origin) {
    return record.refuse(recovery, AuditCode.RECOVERY_FACTOR_CHECKED, origin, reason, retryAt);
  }

  private static RecoveryRefusal reason(ChallengeRefusal refusal) {
    return switch (refusal) {
      case WRONG_CODE,
          UNKNOWN_FACTOR,
          WRONG_PASSWORD,
          WRONG_STEP,
          WAITING,
          DENIED,
          EXPIRED,
          WRONG_ASSERTION,
          REPLAYED_ASSERTION,
          WRONG_ORIGIN,
          USER_NOT_CHECKED,
          COUNTER_WENT_BACK,
          BUDGET_SPENT,
          STOPPED,
          PROVIDER_DOWN ->
          RecoveryRefusal.TOTP_WRONG;
      case MALFORMED_CODE -> RecoveryRefusal.TOTP_MALFORMED;
      case REPLAYED_CODE -> RecoveryRefusal.TOTP_REPLAYED;
      case THROTTLED -> RecoveryRefusal.TOO_MANY_ATTEMPTS;
      case SOURCE_EXHAUSTED -> RecoveryRefusal.TOO_MANY_REQUESTS;
    };
  }
}

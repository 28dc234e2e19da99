package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.factor.DeviceName;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.recovery.Lost;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * Says what is lost, after the first proof and before the last: until then nobody sees what factors
 * there are (attacks row 16). Nothing goes out of use before the policy is satisfied.
 */
@UseCase
public class SayWhatIsLost {

  private final RecoveryByToken byToken;
  private final RecoveryRepository recoveries;
  private final LostFactors lostFactors;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  SayWhatIsLost(
      RecoveryByToken byToken,
      RecoveryRepository recoveries,
      LostFactors lostFactors,
      RecoveryRecord record,
      InstantSource clock) {
    this.byToken = byToken;
    this.recoveries = recoveries;
    this.lostFactors = lostFactors;
    this.record = record;
    this.clock = clock;
  }

  /**
   * Notes it; a later answer replaces an earlier one.
   *
   * @param everything all factors; {@code factors} is not read then
   * @param factors some of the account's own, at least one: for a lost device all that live on it
   */
  public RecoveryAnswer say(
      Secret recoveryToken, boolean everything, Set<FactorId> factors, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    return byToken
        .lock(recoveryToken)
        .map(
            recovery ->
                recovery instanceof Recovery.Proving proving && !OpenStep.ended(recovery, now)
                    ? say(proving, everything, factors, origin)
                    : refuse(recovery, reason(recovery, now), origin))
        .orElseGet(
            () -> record.refuseUnknown(AuditCode.RECOVERY_LOSS_SAID, Actor.anonymous(), origin));
  }

  private RecoveryAnswer say(
      Recovery.Proving proving, boolean everything, Set<FactorId> named, Origin origin) {
    List<Factor> losable = proving.details().account().map(lostFactors::losable).orElse(List.of());
    Set<FactorId> own = losable.stream().map(Factor::id).collect(Collectors.toSet());
    if (!everything && (named.isEmpty() || !own.containsAll(named))) {
      return refuse(proving, RecoveryRefusal.FACTOR_UNKNOWN, origin);
    }
    Set<FactorId> factors = onTheSameDevices(losable, named);
    Lost lost = everything ? Lost.everything() : Lost.some(factors);
    if (own.stream()
        .filter(lost::includes)
        .anyMatch(factor -> SurvivingFactors.gaveProof(proving, factor))) {
      return refuse(proving, RecoveryRefusal.FACTOR_PROVED, origin);
    }
    recoveries.save(proving.losing(lost));
    record.write(
        record
            .byBrowser(proving, AuditCode.RECOVERY_LOSS_SAID, origin)
            .with(lost.extent().code() + " " + (everything ? own : factors).size()));
    return new RecoveryAnswer.Done(proving.status());
  }

  /** A device is lost as a whole: what else lives on it goes along. */
  private static Set<FactorId> onTheSameDevices(List<Factor> losable, Set<FactorId> named) {
    List<DeviceName> devices =
        losable.stream()
            .filter(factor -> named.contains(factor.id()))
            .map(factor -> factor.details().device())
            .toList();
    return losable.stream()
        .filter(factor -> devices.stream().anyMatch(factor.details().device()::sameDevice))
        .map(Factor::id)
        .collect(Collectors.toSet());
  }

  private static RecoveryRefusal reason(Recovery recovery, Instant now) {
    return recovery instanceof Recovery.Requested && !OpenStep.ended(recovery, now)
        ? RecoveryRefusal.PROOF_FIRST
        : OpenStep.outOfTurn(recovery, now);
  }

  private RecoveryAnswer refuse(Recovery recovery, RecoveryRefusal reason, Origin origin) {
    return record.refuse(recovery, AuditCode.RECOVERY_LOSS_SAID, origin, reason);
  }
}

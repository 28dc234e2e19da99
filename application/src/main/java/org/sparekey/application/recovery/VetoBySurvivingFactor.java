package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sparekey.application.SourceNetworks;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.signin.AccountByName;
import org.sparekey.application.signin.ChallengeRefusal;
import org.sparekey.application.signin.ProofBudget;
import org.sparekey.application.signin.TotpProof;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.policy.PolicyRules;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.recovery.VetoRoute;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;

/**
 * "This is not me", by an owner who has an authenticator app and neither the password nor the mail:
 * somebody may have changed the one and read the other. A passkey signs in alone and vetoes from
 * there; a factor that must be asked is not asked here, or strangers could make phones ring
 * (attacks rows 8 and 27). Whatever is wrong, the answer is the same (row 16), and failing here
 * slows down no sign-in (row 15).
 */
@UseCase
public class VetoBySurvivingFactor {

  private static final int MOST = 50;

  private final AccountByName byName;
  private final AccountRepository accounts;
  private final FactorRepository factors;
  private final RecoveryRepository recoveries;
  private final PolicyOfRecovery policies;
  private final TotpProof totpProof;
  private final ProofBudget budget;
  private final SourceNetworks networks;
  private final StopRecovery stopRecovery;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  VetoBySurvivingFactor(
      AccountByName byName,
      AccountRepository accounts,
      FactorRepository factors,
      RecoveryRepository recoveries,
      PolicyOfRecovery policies,
      TotpProof totpProof,
      ProofBudget budget,
      SourceNetworks networks,
      StopRecovery stopRecovery,
      RecoveryRecord record,
      InstantSource clock) {
    this.byName = byName;
    this.accounts = accounts;
    this.factors = factors;
    this.recoveries = recoveries;
    this.policies = policies;
    this.totpProof = totpProof;
    this.budget = budget;
    this.networks = networks;
    this.stopRecovery = stopRecovery;
    this.record = record;
    this.clock = clock;
  }

  /**
   * Vetoes what is under way, or contests a reset while its probation lasts.
   *
   * @param name as it was typed
   * @param code what an app of the account shows; one that is reported lost has no say (row 29)
   */
  public RecoveryAnswer veto(String name, String code, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    if (budget.exhausted(origin)) {
      return refuse(Optional.empty(), RecoveryRefusal.TOO_MANY_REQUESTS, origin);
    }
    AccountByName.Named named = byName.find(name);
    named.account().map(Account::id).ifPresent(accounts::lock);
    List<Factor.Active> apps =
        factors.ofAccount(named.subject()).stream()
            .flatMap(factor -> factor.asActive().stream())
            .filter(factor -> factor.details().kind() == FactorKind.TOTP)
            .toList();
    TotpProof.Found found =
        totpProof.checkAny(
            named.subject().toString(),
            apps.stream().map(Factor::id).toList(),
            code,
            ThrottleKey.veto(networks.lane(origin)));
    Optional<Factor.Active> shown =
        apps.stream().filter(app -> found.factor().filter(app.id()::equals).isPresent()).findAny();
    Optional<Factor.Active> proved = shown.filter(app -> found.result().right());
    if (proved.isEmpty()) {
      shown.ifPresent(app -> replayed(named.account().orElseThrow(), app, origin));
      budget.failed(origin);
      return refuse(named.account(), RecoveryRefusal.VETO_CODE_WRONG, origin);
    }
    Factor.Active factor = proved.get();
    return stoppable(named.account().orElseThrow(), factor, now)
        .findFirst()
        .map(
            recovery ->
                stopRecovery.stop(
                    recovery,
                    other -> mayStop(factor, other),
                    VetoRoute.FACTOR,
                    Actor.anonymous(),
                    origin,
                    now))
        .orElseGet(() -> refuse(named.account(), RecoveryRefusal.NOTHING_TO_STOP, origin));
  }

  /** A code that was right once, and used, is told apart in the log only (row 10). */
  private void replayed(Account owner, Factor.Active app, Origin origin) {
    record.write(
        AuditDraft.of(AuditCode.FACTOR_REPLAYED, Actor.anonymous(), origin)
            .about(owner.id(), owner.organisation())
            .factor(app.details().kind().code(), app.id())
            .refused(ChallengeRefusal.REPLAYED_CODE.code()));
  }

  /** What is proved and under way first, then a reset; each locked, and read under its lock. */
  private Stream<Recovery> stoppable(Account owner, Factor.Active factor, Instant now) {
    List<RecoveryId> completed =
        recoveries.ofAccount(owner.id(), MOST).stream()
            .filter(recovery -> recovery.status() == RecoveryStatus.COMPLETED)
            .map(Recovery::id)
            .toList();
    return Stream.concat(recoveries.proved(owner.id()).stream(), completed.stream())
        .flatMap(id -> recoveries.findForUpdate(id).stream())
        .filter(recovery -> mayStop(factor, recovery))
        .filter(recovery -> stopRecovery.unstoppable(recovery, now).isEmpty());
  }

  /**
   * Where the policy gives factors a veto; a factor that came with a reset or after it has none.
   */
  private boolean mayStop(Factor.Active factor, Recovery recovery) {
    boolean older =
        !(recovery instanceof Recovery.Completed completed)
            || factor.confirmedAt().isBefore(completed.endedAt());
    return older
        && policies.of(recovery.details()).rules().survivors().contains(PolicyRules.Survivor.VETO);
  }

  private RecoveryAnswer refuse(Optional<Account> owner, RecoveryRefusal reason, Origin origin) {
    AuditDraft fact =
        AuditDraft.of(AuditCode.RECOVERY_VETOED, Actor.anonymous(), origin)
            .refused(reason.code())
            .with(VetoRoute.FACTOR.code());
    record.write(
        owner.map(account -> fact.about(account.id(), account.organisation())).orElse(fact));
    return RecoveryAnswer.refused(reason);
  }
}

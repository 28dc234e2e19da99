package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.OpinionRepository;
import org.sparekey.application.port.RateLimit;
import org.sparekey.application.port.RateLimits;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.support.StaffAccess;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.recovery.Opinion;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;

/** Who may say something to which recovery; every refusal stands in the log. */
@Step
class OpinionDoor {

  private final StaffAccess access;
  private final AccountRepository accounts;
  private final RecoveryRepository recoveries;
  private final OpinionRepository opinions;
  private final RecoveryRecord record;
  private final RateLimits limits;
  private final InstantSource clock;

  @Inject
  OpinionDoor(
      StaffAccess access,
      AccountRepository accounts,
      RecoveryRepository recoveries,
      OpinionRepository opinions,
      RecoveryRecord record,
      RateLimits limits,
      InstantSource clock) {
    this.access = access;
    this.accounts = accounts;
    this.recoveries = recoveries;
    this.opinions = opinions;
    this.record = record;
    this.limits = limits;
    this.clock = clock;
  }

  /** The recovery of the person's organisation, locked with its account; another's is unknown. */
  Optional<Recovery> find(SessionView staff, RecoveryId id) {
    return recoveries
        .find(id)
        .filter(found -> owner(found, staff).isPresent())
        .flatMap(
            found -> {
              found.details().account().ifPresent(accounts::lock);
              return recoveries.findForUpdate(id);
            });
  }

  /** The owner, when of the same organisation. */
  Optional<Account> owner(Recovery recovery, SessionView staff) {
    return recovery
        .details()
        .account()
        .flatMap(accounts::find)
        .filter(account -> account.organisation().equals(staff.organisation()));
  }

  /** Why this person may say nothing; empty when the opinion counts. */
  Optional<OpinionRefusal> obstacle(SessionView staff, Optional<Recovery> found, String reason) {
    if (access.obstacle(staff, StaffRole::mayApproveRecoveries).isPresent()
        || staff.onProbation()) {
      return Optional.of(OpinionRefusal.NOT_ALLOWED);
    }
    if (!staff.recentlyConfirmed()) {
      return Optional.of(OpinionRefusal.NOT_CONFIRMED);
    }
    if (found.isEmpty()) {
      return Optional.of(OpinionRefusal.UNKNOWN);
    }
    Recovery recovery = found.get();
    if (recovery.details().account().filter(staff.account()::equals).isPresent()) {
      return Optional.of(OpinionRefusal.OWN_ACCOUNT);
    }
    if (!(recovery instanceof Recovery.Approving) || OpenStep.ended(recovery, clock.instant())) {
      return Optional.of(OpinionRefusal.NOT_WAITING);
    }
    if (opinions.on(recovery.id()).stream().anyMatch(one -> one.by().equals(staff.account()))) {
      return Optional.of(OpinionRefusal.SAID_BEFORE);
    }
    return Opinion.reason(reason).isEmpty() ? Optional.of(OpinionRefusal.REASON) : Optional.empty();
  }

  /**
   * Every try costs one, so that neither codes are guessed, nor accounts handed out or owners sent
   * away in bulk (attacks rows 7 and 38).
   */
  Optional<OpinionRefusal> budget(SessionView staff) {
    return limits.trySpend(RateLimit.OPINIONS_BY_STAFF, staff.account().toString())
        ? Optional.empty()
        : Optional.of(OpinionRefusal.TOO_MANY);
  }

  /** Refuses and says so, about the recovery when the person may know that there is one. */
  OpinionAnswer refuse(
      SessionView staff, Optional<Recovery> found, OpinionRefusal why, Origin origin) {
    AuditDraft fact = access.fact(AuditCode.RECOVERY_OPINION_REFUSED, staff, origin);
    record.write(
        found
            .map(
                recovery ->
                    record.about(
                        recovery.details(),
                        AuditCode.RECOVERY_OPINION_REFUSED,
                        fact.actor(),
                        origin))
            .orElse(fact)
            .refused(why.code()));
    return new OpinionAnswer.Refused(why);
  }
}

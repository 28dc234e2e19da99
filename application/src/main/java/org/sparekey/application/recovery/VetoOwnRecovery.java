package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.SessionRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Session;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.VetoRoute;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;

/**
 * "This is not me", by an owner who is signed in. A factor that is reported lost has no veto
 * (attacks row 29): once the reporter is proved and the lost factors are out of use, a session must
 * have given password and factor after that, which only a surviving factor can. Before that, nobody
 * has shown to be the owner, and who is fully signed in may stop it.
 */
@UseCase
public class VetoOwnRecovery {

  private final RecoveryRepository recoveries;
  private final AccountRepository accounts;
  private final SessionRepository sessions;
  private final LostFactors lostFactors;
  private final StopRecovery stopRecovery;
  private final RecoveryRecord record;
  private final InstantSource clock;

  @Inject
  VetoOwnRecovery(
      RecoveryRepository recoveries,
      AccountRepository accounts,
      SessionRepository sessions,
      LostFactors lostFactors,
      StopRecovery stopRecovery,
      RecoveryRecord record,
      InstantSource clock) {
    this.recoveries = recoveries;
    this.accounts = accounts;
    this.sessions = sessions;
    this.lostFactors = lostFactors;
    this.stopRecovery = stopRecovery;
    this.record = record;
    this.clock = clock;
  }

  /** Vetoes, or contests a completed one. A foreign recovery is answered like an unknown one. */
  public RecoveryAnswer veto(SessionView session, RecoveryId recovery, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    Actor owner = Actor.owner(session.account());
    accounts.lock(session.account());
    Optional<Recovery> own =
        recoveries
            .find(recovery)
            .filter(found -> session.full())
            .filter(found -> isOf(found, session))
            .flatMap(found -> recoveries.findForUpdate(found.id()));
    if (own.isEmpty()) {
      record.write(
          AuditDraft.of(AuditCode.RECOVERY_VETOED, owner, origin)
              .about(session.account(), session.organisation())
              .refused(RecoveryRefusal.UNKNOWN.code()));
      return RecoveryAnswer.refused(RecoveryRefusal.UNKNOWN);
    }
    if (byLostFactor(own.get(), session)) {
      record.write(
          record
              .about(own.get().details(), AuditCode.RECOVERY_VETOED, owner, origin)
              .refused(RecoveryRefusal.LOST_FACTOR.code())
              .with(VetoRoute.SESSION.code()));
      return RecoveryAnswer.refused(RecoveryRefusal.LOST_FACTOR);
    }
    return stopRecovery.stop(
        own.get(), other -> !byLostFactor(other, session), VetoRoute.SESSION, owner, origin, now);
  }

  private static boolean isOf(Recovery recovery, SessionView session) {
    return recovery.details().account().filter(session.account()::equals).isPresent();
  }

  private boolean byLostFactor(Recovery recovery, SessionView session) {
    Optional<Instant> out =
        LostFactors.proved(recovery)
            ? lostFactors.suspendedSince(recovery, session.account())
            : Optional.empty();
    return out.filter(
            since ->
                sessions
                    .find(session.id())
                    .flatMap(Session::confirmedAt)
                    .filter(since::isBefore)
                    .isEmpty())
        .isPresent();
  }
}

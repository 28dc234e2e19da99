package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.enrolment.PendingFactors;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.PolicyDecision;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.RecoveryId;

/**
 * Ends a recovery that came to nothing: what was reported lost is in use again, the new factor is
 * forgotten, and an owner who was told of the recovery is told of its end. Of too many wrong proofs
 * the owner hears when one was right before: somebody has it.
 */
@Step
class EndRecovery {

  private final RecoveryRepository recoveries;
  private final AccountRepository accounts;
  private final LostFactors lostFactors;
  private final PendingFactors pendingFactors;
  private final RecoveryNotices notices;
  private final RecoveryRecord record;

  @Inject
  EndRecovery(
      RecoveryRepository recoveries,
      AccountRepository accounts,
      LostFactors lostFactors,
      PendingFactors pendingFactors,
      RecoveryNotices notices,
      RecoveryRecord record) {
    this.recoveries = recoveries;
    this.accounts = accounts;
    this.lostFactors = lostFactors;
    this.pendingFactors = pendingFactors;
    this.notices = notices;
    this.record = record;
  }

  /** What a factor that a recovery binds belongs to. */
  static String ceremony(RecoveryId recovery) {
    return "recovery:" + recovery;
  }

  /**
   * Stores the end.
   *
   * @param before the state that it leaves, read under the lock
   * @param reason stable code of the cause, if there is more to say than the audit code does
   */
  void end(
      Recovery before,
      Recovery ended,
      AuditCode code,
      Actor actor,
      Optional<String> reason,
      Origin origin) {
    recoveries.save(ended);
    var fact = record.about(ended.details(), code, actor, origin).with(before.status().code());
    record.write(reason.map(fact::because).orElse(fact));
    boolean tooManyWrong =
        reason.filter(PolicyDecision.Refused.Reason.TOO_MANY_WRONG.code()::equals).isPresent();
    Optional<Account> owner = ended.details().account().flatMap(accounts::find);
    owner.ifPresent(
        account -> {
          pendingFactors.endAll(account.id(), ceremony(ended.id()));
          if (LostFactors.proved(before)) {
            lostFactors.reinstate(ended, account.id(), actor, origin);
            boolean outruled = reason.filter(HoldToStricterVersion.REASON::equals).isPresent();
            notices.tell(
                account, outruled ? NoticeKind.RECOVERY_RULES_STRICTER : kindOf(ended), origin);
          } else if (tooManyWrong && !before.evidence().isEmpty()) {
            notices.tell(account, NoticeKind.RECOVERY_TOO_MANY_WRONG, origin);
          }
        });
  }

  private static NoticeKind kindOf(Recovery ended) {
    return switch (ended.status()) {
      case VETOED -> NoticeKind.RECOVERY_VETOED;
      case EXPIRED -> NoticeKind.RECOVERY_EXPIRED;
      case CANCELLED -> NoticeKind.RECOVERY_CANCELLED;
      case DENIED -> NoticeKind.RECOVERY_DENIED;
      case REQUESTED, PROVING, APPROVING, HOLDING, READY, COMPLETED ->
          throw new IllegalStateException("came to something: " + ended.status());
    };
  }
}

package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryDetails;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Origin;

/** Writes what happens in a recovery into the audit log. */
@Step
class RecoveryRecord {

  /** Why a proof for a name without an account fails; nobody but the log learns it. */
  static final String UNKNOWN_NAME = "unknown-name";

  private final AuditLog log;
  private final AccountRepository accounts;
  private final PolicyOfRecovery policies;

  @Inject
  RecoveryRecord(AuditLog log, AccountRepository accounts, PolicyOfRecovery policies) {
    this.log = log;
    this.accounts = accounts;
    this.policies = policies;
  }

  /**
   * A fact about this recovery, with the version of the policy that is in force for it; about
   * nobody when it is a decoy.
   */
  AuditDraft about(RecoveryDetails details, AuditCode code, Actor actor, Origin origin) {
    AuditDraft fact =
        AuditDraft.of(code, actor, origin)
            .recovery(details.id(), policies.of(details).version().toString());
    return details
        .account()
        .flatMap(accounts::find)
        .map((Account account) -> fact.about(account.id(), account.organisation()))
        .orElse(fact);
  }

  /** By the browser that started it, which has no session. */
  AuditDraft byBrowser(Recovery recovery, AuditCode code, Origin origin) {
    return about(recovery.details(), code, Actor.anonymous(), origin);
  }

  void write(AuditDraft fact) {
    log.record(fact);
  }

  /** Refuses a step of the browser that started it, and says so in the log. */
  RecoveryAnswer refuse(
      Recovery recovery,
      AuditCode code,
      Origin origin,
      RecoveryRefusal reason,
      Optional<Instant> retryAt) {
    write(byBrowser(recovery, code, origin).refused(reason.code()));
    return new RecoveryAnswer.Refused(reason, retryAt);
  }

  /** The same, and waiting does not help. */
  RecoveryAnswer refuse(Recovery recovery, AuditCode code, Origin origin, RecoveryRefusal reason) {
    return refuse(recovery, code, origin, reason, Optional.empty());
  }

  /** Refuses a step for which there is no recovery. */
  RecoveryAnswer refuseUnknown(AuditCode code, Actor actor, Origin origin) {
    write(AuditDraft.of(code, actor, origin).refused(RecoveryRefusal.UNKNOWN.code()));
    return RecoveryAnswer.refused(RecoveryRefusal.UNKNOWN);
  }
}

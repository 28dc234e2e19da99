package org.sparekey.application.support;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.AuditEntryId;
import org.sparekey.domain.shared.Origin;

/** Shows what happened to an account of the own organisation, page by page, to staff. */
@UseCase
public class ReadTimeline {

  private final AccountRepository accounts;
  private final FactorRepository factors;
  private final AccountHistory history;
  private final AuditLog audit;
  private final StaffAccess access;

  @Inject
  ReadTimeline(
      AccountRepository accounts,
      FactorRepository factors,
      AccountHistory history,
      AuditLog audit,
      StaffAccess access) {
    this.accounts = accounts;
    this.factors = factors;
    this.history = history;
    this.audit = audit;
    this.access = access;
  }

  /**
   * Shows a page of events.
   *
   * @param before shows events older than this one; the latest when empty
   */
  public StaffAnswer<Timeline> read(
      SessionView staff, AccountId id, Optional<AuditEntryId> before, Origin origin) {
    Optional<StaffRefusal> obstacle = access.obstacle(staff, StaffRole::mayReadAccounts);
    Optional<Account> found =
        obstacle.isPresent()
            ? Optional.empty()
            : accounts
                .find(id)
                .filter(account -> account.organisation().equals(staff.organisation()));
    if (found.isEmpty()) {
      return access.refuse(
          staff,
          AuditCode.STAFF_VIEWED,
          Optional.of(id.toString()),
          obstacle.orElse(StaffRefusal.UNKNOWN_ACCOUNT),
          origin);
    }
    Account account = found.get();
    audit.record(
        access
            .fact(AuditCode.STAFF_VIEWED, staff, origin)
            .about(account.id(), account.organisation())
            .with("timeline"));
    return new StaffAnswer.Granted<>(history.of(account, factors.ofAccount(account.id()), before));
  }
}

package org.sparekey.application.support;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.Origin;

/**
 * Opens one account of the own organisation for staff. Every look, and every refusal, stands in the
 * log; an account elsewhere and one that is not there answer alike (attacks row 35).
 */
@Dependent
class AccountDoor {

  private final AccountRepository accounts;
  private final AuditLog audit;
  private final StaffAccess access;

  @Inject
  AccountDoor(AccountRepository accounts, AuditLog audit, StaffAccess access) {
    this.accounts = accounts;
    this.audit = audit;
    this.access = access;
  }

  /**
   * Shows a part of the account, or refuses.
   *
   * @param part what of it is looked at, for the log; empty for all of it
   */
  <T> StaffAnswer<T> open(
      SessionView staff,
      AccountId id,
      Optional<String> part,
      Origin origin,
      Function<Account, T> look) {
    Optional<StaffRefusal> obstacle = access.obstacle(staff, StaffRole::mayReadAccounts);
    if (obstacle.isPresent()) {
      return refuse(staff, id, obstacle.get(), origin);
    }
    Optional<Account> found =
        accounts.find(id).filter(one -> one.organisation().equals(staff.organisation()));
    if (found.isEmpty()) {
      return refuse(staff, id, StaffRefusal.UNKNOWN_ACCOUNT, origin);
    }
    Account account = found.get();
    AuditDraft fact =
        access
            .fact(AuditCode.STAFF_VIEWED, staff, origin)
            .about(account.id(), account.organisation());
    audit.record(part.map(fact::with).orElse(fact));
    return new StaffAnswer.Granted<>(look.apply(account));
  }

  private <T> StaffAnswer<T> refuse(
      SessionView staff, AccountId id, StaffRefusal why, Origin origin) {
    return access.refuse(staff, AuditCode.STAFF_VIEWED, Optional.of(id.toString()), why, origin);
  }
}

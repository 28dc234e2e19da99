package org.sparekey.application.support;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.application.port.ResetHistory;
import org.sparekey.application.readiness.ReadinessOfAccount;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.AuditEntryId;
import org.sparekey.domain.shared.Origin;

/** Shows an account of the own organisation to staff: factors ever bound, recoveries, resets. */
@UseCase
public class ViewAccount {

  private static final int MOST_RECOVERIES = 100;

  private final AccountDoor door;
  private final ContactPointRepository contactPoints;
  private final FactorRepository factors;
  private final RecoveryRepository recoveries;
  private final ResetHistory resets;
  private final AccountHistory history;
  private final ReadinessOfAccount readiness;
  private final InstantSource clock;

  @Inject
  ViewAccount(
      AccountDoor door,
      ContactPointRepository contactPoints,
      FactorRepository factors,
      RecoveryRepository recoveries,
      ResetHistory resets,
      AccountHistory history,
      ReadinessOfAccount readiness,
      InstantSource clock) {
    this.door = door;
    this.contactPoints = contactPoints;
    this.factors = factors;
    this.recoveries = recoveries;
    this.resets = resets;
    this.history = history;
    this.readiness = readiness;
    this.clock = clock;
  }

  /**
   * Shows the account.
   *
   * @param before shows events older than this one; the latest when empty
   */
  public StaffAnswer<AccountFile> view(
      SessionView staff, AccountId id, Optional<AuditEntryId> before, Origin origin) {
    return door.open(
        staff,
        id,
        Optional.empty(),
        origin,
        account -> file(account, staff.organisationName(), before));
  }

  private AccountFile file(
      Account account, String organisationName, Optional<AuditEntryId> before) {
    List<Factor> everBound = factors.ofAccount(account.id());
    return new AccountFile(
        account.id(),
        account.signInName().value(),
        account.displayName(),
        organisationName,
        account.language(),
        account.roles(),
        account.createdAt(),
        account.probationUntil().filter(clock.instant()::isBefore),
        contactPoints.ofAccount(account.id()).stream().map(FileLines::of).toList(),
        everBound.stream().map(FileLines::of).toList(),
        recoveries.ofAccount(account.id(), MOST_RECOVERIES).stream().map(FileLines::of).toList(),
        resets.ofAccount(account.id()).stream()
            .map(reset -> FileLines.of(reset, everBound))
            .toList(),
        readiness.of(account, Masked::of),
        history.of(account, everBound, before));
  }
}

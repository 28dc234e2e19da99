package org.sparekey.application.support;

import jakarta.inject.Inject;
import java.util.Optional;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.AuditEntryId;
import org.sparekey.domain.shared.Origin;

/** Shows what happened to an account of the own organisation, page by page, to staff. */
@UseCase
public class ReadTimeline {

  private final AccountDoor door;
  private final FactorRepository factors;
  private final AccountHistory history;

  @Inject
  ReadTimeline(AccountDoor door, FactorRepository factors, AccountHistory history) {
    this.door = door;
    this.factors = factors;
    this.history = history;
  }

  /**
   * Shows a page of events.
   *
   * @param before shows events older than this one; the latest when empty
   */
  public StaffAnswer<Timeline> read(
      SessionView staff, AccountId id, Optional<AuditEntryId> before, Origin origin) {
    return door.open(
        staff,
        id,
        Optional.of("timeline"),
        origin,
        account -> history.of(account, factors.ofAccount(id), before));
  }
}

package org.sparekey.application.memory;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sparekey.application.port.OpinionRepository;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.recovery.Opinion;
import org.sparekey.domain.recovery.Recovery;
import org.sparekey.domain.recovery.RecoveryStatus;
import org.sparekey.domain.shared.OrganisationId;
import org.sparekey.domain.shared.RecoveryId;

/** Opinions in memory. */
public final class MemoryOpinionRepository implements OpinionRepository {

  private final List<Opinion> rows = new CopyOnWriteArrayList<>();
  private final MemoryRecoveryRepository recoveries;
  private final MemoryAccountRepository accounts;

  MemoryOpinionRepository(MemoryRecoveryRepository recoveries, MemoryAccountRepository accounts) {
    this.recoveries = recoveries;
    this.accounts = accounts;
  }

  @Override
  public synchronized void add(Opinion opinion) {
    if (on(opinion.recovery()).stream().anyMatch(row -> row.by().equals(opinion.by()))) {
      throw new IllegalStateException("said twice");
    }
    rows.add(opinion);
  }

  @Override
  public List<Opinion> on(RecoveryId recovery) {
    return rows.stream()
        .filter(row -> row.recovery().equals(recovery))
        .sorted(Comparator.comparing(Opinion::at).thenComparing(row -> row.by().value()))
        .toList();
  }

  @Override
  public List<RecoveryId> waiting(OrganisationId organisation, int limit) {
    return recoveries.all().stream()
        .filter(recovery -> recovery.status() == RecoveryStatus.APPROVING)
        .filter(
            recovery ->
                recovery
                    .details()
                    .account()
                    .flatMap(accounts::find)
                    .map(Account::organisation)
                    .filter(organisation::equals)
                    .isPresent())
        .limit(limit)
        .map(Recovery::id)
        .toList();
  }
}

package org.sparekey.application.memory;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sparekey.application.port.ResetHistory;
import org.sparekey.domain.recovery.Reset;
import org.sparekey.domain.shared.AccountId;

/** The reset history in memory. */
public final class MemoryResetHistory implements ResetHistory {

  private final List<Reset> rows = new CopyOnWriteArrayList<>();

  @Override
  public void add(Reset reset) {
    if (rows.stream().anyMatch(row -> row.recovery().equals(reset.recovery()))) {
      throw new IllegalStateException("reset exists");
    }
    rows.add(reset);
  }

  @Override
  public List<Reset> ofAccount(AccountId account) {
    return rows.stream()
        .filter(row -> row.account().equals(account))
        .sorted(Comparator.comparing(Reset::at).reversed())
        .toList();
  }
}

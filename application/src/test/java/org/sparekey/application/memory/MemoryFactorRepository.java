package org.sparekey.application.memory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparekey.application.port.FactorRepository;
import org.sparekey.application.port.TotpState;
import org.sparekey.domain.challenge.TotpWindow;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorStatus;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.FactorId;

/** Factors in memory. */
public final class MemoryFactorRepository implements FactorRepository {

  private final Map<FactorId, Factor> rows = new HashMap<>();
  private final Map<FactorId, TotpState> states = new HashMap<>();

  @Override
  public synchronized void add(Factor.Pending factor) {
    if (rows.putIfAbsent(factor.id(), factor) != null) {
      throw new IllegalStateException("factor exists");
    }
  }

  @Override
  public synchronized void keepSeed(FactorId id, String sealedSeed) {
    states.put(id, new TotpState(sealedSeed, -1, TotpWindow.EXACT, -1));
  }

  @Override
  public synchronized void save(Factor factor) {
    if (rows.replace(factor.id(), factor) == null) {
      throw new IllegalStateException("no such factor");
    }
    if (factor.status() == FactorStatus.REVOKED) {
      states.remove(factor.id());
    }
  }

  @Override
  public synchronized Optional<Factor> find(FactorId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public synchronized List<Factor> ofAccount(AccountId account) {
    return rows.values().stream()
        .filter(row -> row.details().account().equals(account))
        .sorted(
            Comparator.comparing((Factor row) -> row.details().createdAt())
                .thenComparing(row -> row.id().value(), Uuids.BYTEWISE))
        .toList();
  }

  @Override
  public synchronized Optional<TotpState> totpState(FactorId id) {
    return Optional.ofNullable(states.get(id));
  }

  @Override
  public synchronized boolean acceptStep(FactorId id, long step) {
    TotpState state = states.get(id);
    if (state == null || step <= state.lastStep()) {
      return false;
    }
    states.put(id, new TotpState(state.sealedSeed(), step, state.window(), state.lateStep()));
    return true;
  }

  @Override
  public synchronized void learn(FactorId id, TotpWindow window, long lateStep) {
    states.computeIfPresent(
        id, (key, state) -> new TotpState(state.sealedSeed(), state.lastStep(), window, lateStep));
  }
}

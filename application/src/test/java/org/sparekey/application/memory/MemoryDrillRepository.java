package org.sparekey.application.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sparekey.application.port.DrillRepository;
import org.sparekey.domain.drill.Drill;
import org.sparekey.domain.drill.DrillResult;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.DrillId;

/** Drills in memory. */
public final class MemoryDrillRepository implements DrillRepository {

  private final Map<DrillId, Drill> rows = new HashMap<>();

  @Override
  public synchronized void add(Drill.Open drill) {
    if (rows.containsKey(drill.id()) || open(drill.details().account()).isPresent()) {
      throw new IllegalStateException("a drill is under way");
    }
    rows.put(drill.id(), drill);
  }

  @Override
  public synchronized void save(Drill drill) {
    if (!(rows.get(drill.id()) instanceof Drill.Open)) {
      throw new IllegalStateException("no drill under way");
    }
    rows.put(drill.id(), drill);
  }

  @Override
  public synchronized Optional<Drill.Open> open(AccountId account) {
    return ofAccount(account)
        .filter(Drill.Open.class::isInstance)
        .map(Drill.Open.class::cast)
        .findFirst();
  }

  @Override
  public synchronized Optional<Drill.Over> last(AccountId account) {
    return over(account)
        .filter(drill -> drill.result() != DrillResult.ABANDONED)
        .max(Comparator.comparing(Drill.Over::endedAt));
  }

  @Override
  public synchronized Optional<Instant> lastBackIn(AccountId account) {
    return over(account)
        .filter(drill -> drill.result() == DrillResult.BACK_IN)
        .map(Drill.Over::endedAt)
        .max(Comparator.naturalOrder());
  }

  @Override
  public synchronized int purge(Instant before, int limit) {
    List<Drill> gone = new ArrayList<>();
    rows.values().stream()
        .filter(drill -> drill.details().begunAt().isBefore(before))
        .filter(drill -> drill.<Boolean>fold(open -> true, this::saysNothing))
        .sorted(Comparator.comparing(drill -> drill.details().begunAt()))
        .limit(limit)
        .forEach(gone::add);
    gone.forEach(drill -> rows.remove(drill.id()));
    return gone.size();
  }

  private boolean saysNothing(Drill.Over drill) {
    return drill.result() == DrillResult.ABANDONED
        || over(drill.details().account())
            .filter(later -> later.endedAt().isAfter(drill.endedAt()))
            .anyMatch(
                later ->
                    later.result() == DrillResult.BACK_IN
                        || (later.result() == DrillResult.GIVEN_UP
                            && drill.result() == DrillResult.GIVEN_UP));
  }

  private Stream<Drill.Over> over(AccountId account) {
    return ofAccount(account).filter(Drill.Over.class::isInstance).map(Drill.Over.class::cast);
  }

  private Stream<Drill> ofAccount(AccountId account) {
    return rows.values().stream().filter(drill -> drill.details().account().equals(account));
  }
}

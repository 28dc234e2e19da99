package org.sparekey.application.recovery;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.sparekey.application.UseCase;
import org.sparekey.application.port.ClockGuard;
import org.sparekey.application.port.RecoveryRepository;
import org.sparekey.domain.shared.RecoveryId;

/**
 * Releases holds whose time is over and ends what nobody finished. The one place where a hold ends,
 * so that none gets shorter when the server clock jumps ahead (attacks row 33): the time is read
 * first, then the guard is asked whether it can be trusted, and all holds grow by what it says
 * before any is released. What passed while no node ran counts for nothing: nobody was there to see
 * whether it was time or a clock that was put ahead.
 */
@UseCase
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class MoveRecoveriesOn {

  private static final System.Logger LOG = System.getLogger(MoveRecoveriesOn.class.getName());
  private static final int BATCH = 200;
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final RecoveryRepository recoveries;
  private final ClockGuard clockGuard;
  private final MoveOneRecovery moveOne;
  private final InstantSource clock;
  private Duration owed = Duration.ZERO;
  private boolean watching;
  private Instant noted = Instant.EPOCH;

  @Inject
  MoveRecoveriesOn(
      RecoveryRepository recoveries,
      ClockGuard clockGuard,
      MoveOneRecovery moveOne,
      InstantSource clock) {
    this.recoveries = recoveries;
    this.clockGuard = clockGuard;
    this.moveOne = moveOne;
    this.clock = clock;
  }

  /** To be called every few seconds; each recovery moves in a transaction of its own. */
  public synchronized void run() {
    Instant now = clock.instant();
    owed = owed.plus(clockGuard.takeJump());
    if (!watching) {
      owed = owed.plus(moveOne.pauseBefore(now));
      watching = true;
    }
    Duration jump = owed;
    if (!jump.isZero()) {
      if (!forEach(recoveries.holding(), id -> moveOne.extend(id, jump))) {
        return; // nothing is released before every hold has grown; growing twice is no harm
      }
      owed = Duration.ZERO;
    }
    if (Duration.between(noted, now).abs().compareTo(NOTED_EVERY) > 0) {
      moveOne.noteLife(now);
      noted = now;
    }
    forEach(recoveries.releasable(now, BATCH), id -> moveOne.release(id, now));
    forEach(recoveries.overdue(now, BATCH), id -> moveOne.expire(id, now));
  }

  /** One that fails does not keep the others waiting; true when none did. */
  private static boolean forEach(List<RecoveryId> ids, Consumer<RecoveryId> move) {
    boolean allWell = true;
    for (RecoveryId id : ids) {
      try {
        move.accept(id);
      } catch (RuntimeException problem) {
        LOG.log(Level.ERROR, "recovery " + id + " could not be moved on", problem);
        allWell = false;
      }
    }
    return allWell;
  }
}

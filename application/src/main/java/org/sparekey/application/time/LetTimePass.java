package org.sparekey.application.time;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.DeliverMessages;
import org.sparekey.application.port.MovableClock;
import org.sparekey.application.readiness.RemindOwners;
import org.sparekey.application.recovery.MoveRecoveriesOn;

/**
 * Puts the clock of a developer's machine forward, and at once does what the timers would do now:
 * who looks afterwards sees a hold that is over, and the mails of it. A timer that is at it at the
 * same moment does no harm, as little as another node's.
 */
@UseCase
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class LetTimePass {

  /** The longest step, one way only. */
  static final Duration LONGEST = Duration.ofDays(400);

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final int MOST_BATCHES = 100;

  private final MovableClock clock;
  private final NoteMovedClock note;
  private final MoveRecoveriesOn moveRecoveriesOn;
  private final RemindOwners remindOwners;
  private final DeliverMessages deliverMessages;

  @Inject
  public LetTimePass(
      MovableClock clock,
      NoteMovedClock note,
      MoveRecoveriesOn moveRecoveriesOn,
      RemindOwners remindOwners,
      DeliverMessages deliverMessages) {
    this.clock = clock;
    this.note = note;
    this.moveRecoveriesOn = moveRecoveriesOn;
    this.remindOwners = remindOwners;
    this.deliverMessages = deliverMessages;
  }

  /**
   * False when nothing happened: the configuration does not allow it, or {@code by} is not 1 second
   * to 400 days.
   */
  public boolean pass(Duration by) {
    if (!clock.movable() || by.compareTo(SHORTEST) < 0 || by.compareTo(LONGEST) > 0) {
      return false;
    }
    note.note(by); // with the time before, so that the log shows why the next entry is so late
    clock.advance(by);
    moveRecoveriesOn.run();
    int looked = 1;
    for (int i = 0; looked > 0 && i < MOST_BATCHES; i++) {
      looked = remindOwners.run();
    }
    int taken = 1;
    for (int i = 0; taken > 0 && i < MOST_BATCHES; i++) {
      taken = deliverMessages.run();
    }
    return true;
  }
}

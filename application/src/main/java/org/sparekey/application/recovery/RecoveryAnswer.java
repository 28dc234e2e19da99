package org.sparekey.application.recovery;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.sparekey.domain.recovery.RecoveryStatus;

/** What became of a step of a recovery. */
public sealed interface RecoveryAnswer {

  /** Calls the function for this answer. */
  <R> R fold(
      Function<? super Done, ? extends R> done, Function<? super Refused, ? extends R> refused);

  /** Taken; the recovery is now in this state. */
  record Done(RecoveryStatus status) implements RecoveryAnswer {
    @Override
    public <R> R fold(
        Function<? super Done, ? extends R> done, Function<? super Refused, ? extends R> refused) {
      return done.apply(this);
    }
  }

  /**
   * Not taken.
   *
   * @param retryAt when the next attempt is heard, if there is a wait
   */
  record Refused(RecoveryRefusal reason, Optional<Instant> retryAt) implements RecoveryAnswer {
    @Override
    public <R> R fold(
        Function<? super Done, ? extends R> done, Function<? super Refused, ? extends R> refused) {
      return refused.apply(this);
    }
  }

  /** Refused, and waiting does not help. */
  static RecoveryAnswer refused(RecoveryRefusal reason) {
    return new Refused(reason, Optional.empty());
  }
}

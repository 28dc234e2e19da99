package org.sparekey.application.support;

import java.util.Optional;
import java.util.function.Function;

/** What a member of staff gets: what was asked for, or a refusal that has been audited. */
public sealed interface StaffAnswer<T> {

  /** Calls the function for this case: what a switch over the sealed type would do. */
  <R> R fold(
      Function<? super T, ? extends R> granted,
      Function<? super StaffRefusal, ? extends R> refused);

  /** What was asked for, unless it was refused. */
  default Optional<T> asGranted() {
    return fold(Optional::of, reason -> Optional.empty());
  }

  /** The reason, when it was refused. */
  default Optional<StaffRefusal> refusal() {
    return fold(value -> Optional.empty(), Optional::of);
  }

  /** Shown, and the showing is in the log. */
  record Granted<T>(T value) implements StaffAnswer<T> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> granted,
        Function<? super StaffRefusal, ? extends R> refused) {
      return granted.apply(value);
    }
  }

  /** Not shown, and the refusal is in the log. */
  record Refused<T>(StaffRefusal reason) implements StaffAnswer<T> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> granted,
        Function<? super StaffRefusal, ? extends R> refused) {
      return refused.apply(reason);
    }
  }
}

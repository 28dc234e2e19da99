package org.sparekey.application.policy;

import java.util.Optional;
import java.util.function.Function;

/** What an administrator gets: what was asked for, or a refusal that has been audited. */
public sealed interface PolicyAnswer<T> {

  /** Calls the function for this case: what a switch over the sealed type would do. */
  <R> R fold(
      Function<? super T, ? extends R> granted,
      Function<? super PolicyRefusal, ? extends R> refused);

  /** What was asked for, unless it was refused. */
  default Optional<T> asGranted() {
    return fold(Optional::of, reason -> Optional.empty());
  }

  /** The reason, when it was refused. */
  default Optional<PolicyRefusal> refusal() {
    return fold(value -> Optional.empty(), Optional::of);
  }

  /** Done or shown, and it is in the log. */
  record Granted<T>(T value) implements PolicyAnswer<T> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> granted,
        Function<? super PolicyRefusal, ? extends R> refused) {
      return granted.apply(value);
    }
  }

  /** Neither done nor shown, and the refusal is in the log. */
  record Refused<T>(PolicyRefusal reason) implements PolicyAnswer<T> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> granted,
        Function<? super PolicyRefusal, ? extends R> refused) {
      return refused.apply(reason);
    }
  }
}

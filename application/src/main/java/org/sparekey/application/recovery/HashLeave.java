package org.sparekey.application.recovery;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the transaction before a slow hash says. */
sealed interface HashLeave {

  /** Calls the function for this leave. */
  <R> R fold(
      Function<? super RecoveryAnswer, ? extends R> answered,
      Function<? super String, ? extends R> hashToMatch,
      Supplier<? extends R> nothingToMatch);

  /** There is an answer already. */
  record Answered(RecoveryAnswer answer) implements HashLeave {
    @Override
    public <R> R fold(
        Function<? super RecoveryAnswer, ? extends R> answered,
        Function<? super String, ? extends R> hashToMatch,
        Supplier<? extends R> nothingToMatch) {
      return answered.apply(answer);
    }
  }

  /** The attempt counts as failed; empty when there is nothing to match with. */
  record Granted(Optional<String> hash) implements HashLeave {
    @Override
    public <R> R fold(
        Function<? super RecoveryAnswer, ? extends R> answered,
        Function<? super String, ? extends R> hashToMatch,
        Supplier<? extends R> nothingToMatch) {
      return hash.<R>map(hashToMatch).orElseGet(nothingToMatch);
    }

    /** Without the hash. */
    @Override
    public String toString() {
      return "Granted[]";
    }
  }
}

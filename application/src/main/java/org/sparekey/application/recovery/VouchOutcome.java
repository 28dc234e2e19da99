package org.sparekey.application.recovery;

import java.time.Instant;
import java.util.function.Function;
import org.sparekey.domain.shared.Secret;

/** What became of a contact's "I have spoken to her". */
public sealed interface VouchOutcome {

  /** Calls the function for this outcome. */
  <R> R fold(Function<? super Shown, ? extends R> shown, Function<? super Refused, ? extends R> no);

  /**
   * The code; this is the only time that it can be shown.
   *
   * @param until when it ends
   */
  record Shown(Secret code, Instant until) implements VouchOutcome {
    @Override
    public <R> R fold(
        Function<? super Shown, ? extends R> shown, Function<? super Refused, ? extends R> no) {
      return shown.apply(this);
    }
  }

  /** There is none. */
  record Refused(RecoveryRefusal reason) implements VouchOutcome {
    @Override
    public <R> R fold(
        Function<? super Shown, ? extends R> shown, Function<? super Refused, ? extends R> no) {
      return no.apply(this);
    }
  }
}

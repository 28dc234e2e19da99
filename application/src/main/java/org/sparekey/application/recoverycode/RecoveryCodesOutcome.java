package org.sparekey.application.recoverycode;

import java.util.function.Function;

/** What became of a wish for recovery codes. */
public sealed interface RecoveryCodesOutcome {

  /** Calls the function for this outcome. */
  <R> R fold(
      Function<? super Made, ? extends R> made, Function<? super Refused, ? extends R> refused);

  /** They are in force; this is the only time that they can be shown. */
  record Made(PrintedSheet sheet) implements RecoveryCodesOutcome {
    @Override
    public <R> R fold(
        Function<? super Made, ? extends R> made, Function<? super Refused, ? extends R> refused) {
      return made.apply(this);
    }
  }

  /** Nothing was changed. */
  record Refused(RecoveryCodesRefusal reason) implements RecoveryCodesOutcome {
    @Override
    public <R> R fold(
        Function<? super Made, ? extends R> made, Function<? super Refused, ? extends R> refused) {
      return refused.apply(this);
    }
  }
}

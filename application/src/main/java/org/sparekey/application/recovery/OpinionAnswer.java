package org.sparekey.application.recovery;

import java.util.function.Function;

/** What came of somebody's opinion. */
public sealed interface OpinionAnswer {

  /** Calls the function for this case. */
  <R> R fold(
      Function<? super Noted, ? extends R> noted, Function<? super Refused, ? extends R> refused);

  /**
   * It counts.
   *
   * @param more how many people must still agree
   */
  record Noted(int more) implements OpinionAnswer {
    @Override
    public <R> R fold(
        Function<? super Noted, ? extends R> noted,
        Function<? super Refused, ? extends R> refused) {
      return noted.apply(this);
    }
  }

  /** It does not, and that stands in the log. */
  record Refused(OpinionRefusal reason) implements OpinionAnswer {
    @Override
    public <R> R fold(
        Function<? super Noted, ? extends R> noted,
        Function<? super Refused, ? extends R> refused) {
      return refused.apply(this);
    }
  }
}

package org.sparekey.application.enrolment;

import java.util.function.Function;
import org.sparekey.domain.shared.FactorId;

/** What became of the wish to bind a factor. */
public sealed interface BeginOutcome {

  /** Calls the function for this outcome. */
  <R> R fold(
      Function<? super Begun, ? extends R> begun, Function<? super Refused, ? extends R> refused);

  /** A factor is pending. */
  record Begun(FactorId id) implements BeginOutcome {
    @Override
    public <R> R fold(
        Function<? super Begun, ? extends R> begun,
        Function<? super Refused, ? extends R> refused) {
      return begun.apply(this);
    }
  }

  /** Not begun. */
  record Refused(EnrolmentRefusal reason) implements BeginOutcome {
    @Override
    public <R> R fold(
        Function<? super Begun, ? extends R> begun,
        Function<? super Refused, ? extends R> refused) {
      return refused.apply(this);
    }
  }
}

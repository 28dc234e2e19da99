package org.sparekey.application.enrolment;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.sparekey.domain.shared.Secret;

/** What became of the code that proves a pending factor. */
public sealed interface BindOutcome {

  /** Calls the function for this outcome. */
  <R> R fold(
      Function<? super Bound, ? extends R> bound, Function<? super Refused, ? extends R> refused);

  /**
   * The factor is in use.
   *
   * @param newSessionToken set when the session rose to full: it replaces the one in the browser
   */
  record Bound(Optional<Secret> newSessionToken) implements BindOutcome {
    @Override
    public <R> R fold(
        Function<? super Bound, ? extends R> bound,
        Function<? super Refused, ? extends R> refused) {
      return bound.apply(this);
    }
  }

  /** Not bound; it stays pending while it has time. */
  record Refused(EnrolmentRefusal reason, Optional<Instant> retryAt) implements BindOutcome {
    @Override
    public <R> R fold(
        Function<? super Bound, ? extends R> bound,
        Function<? super Refused, ? extends R> refused) {
      return refused.apply(this);
    }
  }
}

package org.sparekey.application.authenticator;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a phone is told.
 *
 * @param <T> what it gets when it was heard
 */
public sealed interface AuthenticatorAnswer<T> {

  /** Calls the function for this answer. */
  <R> R fold(
      Function<? super T, ? extends R> heard, Function<? super Refused<T>, ? extends R> refused);

  /** Heard. */
  record Heard<T>(T value) implements AuthenticatorAnswer<T> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> heard, Function<? super Refused<T>, ? extends R> refused) {
      return heard.apply(value);
    }
  }

  /**
   * Not heard.
   *
   * @param retryAt when the next attempt is heard, if there is a wait
   */
  record Refused<T>(AuthenticatorRefusal reason, Optional<Instant> retryAt)
      implements AuthenticatorAnswer<T> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> heard, Function<? super Refused<T>, ? extends R> refused) {
      return refused.apply(this);
    }
  }

  /** Not heard, and waiting does not help. */
  static <T> AuthenticatorAnswer<T> refused(AuthenticatorRefusal reason) {
    return new Refused<>(reason, Optional.empty());
  }
}

package org.sparekey.application.port;

import java.util.Optional;
import java.util.function.Function;

/**
 * What Okta says: a value, or no.
 *
 * @param errorCode Okta's code, {@code E0000007}; empty when there is a value
 */
public record OktaReply<T>(Optional<T> value, Optional<String> errorCode) {

  /** Not found. */
  public static final String NOT_FOUND = "E0000007";

  /** Yes. */
  public static <T> OktaReply<T> of(T value) {
    return new OktaReply<>(Optional.of(value), Optional.empty());
  }

  /** No. */
  public static <T> OktaReply<T> refused(String errorCode) {
    return new OktaReply<>(Optional.empty(), Optional.of(errorCode));
  }

  /** The same no, or something made of the value. */
  public <R> OktaReply<R> map(Function<? super T, ? extends R> change) {
    return new OktaReply<>(value.map(change), errorCode);
  }
}

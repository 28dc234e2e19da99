package org.sparekey.application.account;

import java.util.function.Function;
import org.sparekey.domain.shared.Secret;

/** The answer to "I forgot my password": the same for every name. */
public sealed interface ResetRequest {

  /** Calls the function for this outcome. */
  <R> R fold(
      Function<? super Requested, ? extends R> requested,
      Function<? super Refused, ? extends R> refused);

  /** If there is such an account, a code is on its way; only the holder of the token may go on. */
  record Requested(Secret flowToken) implements ResetRequest {
    @Override
    public <R> R fold(
        Function<? super Requested, ? extends R> requested,
        Function<? super Refused, ? extends R> refused) {
      return requested.apply(this);
    }
  }

  /** Too much was asked for from there. */
  record Refused(AccountRefusal reason) implements ResetRequest {
    @Override
    public <R> R fold(
        Function<? super Requested, ? extends R> requested,
        Function<? super Refused, ? extends R> refused) {
      return refused.apply(this);
    }
  }
}

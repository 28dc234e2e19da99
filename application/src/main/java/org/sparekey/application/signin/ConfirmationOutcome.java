package org.sparekey.application.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.sparekey.domain.shared.Secret;

/** What became of password and code, given once more. */
public sealed interface ConfirmationOutcome {

  /** Calls the function for this outcome. */
  <R> R fold(
      Function<? super Confirmed, ? extends R> confirmed,
      Function<? super Refused, ? extends R> refused);

  /** Confirmed; the token replaces the one that the browser held. */
  record Confirmed(Secret newSessionToken) implements ConfirmationOutcome {
    @Override
    public <R> R fold(
        Function<? super Confirmed, ? extends R> confirmed,
        Function<? super Refused, ? extends R> refused) {
      return confirmed.apply(this);
    }
  }

  /** Not accepted. */
  record Refused(ChallengeRefusal reason, Optional<Instant> retryAt)
      implements ConfirmationOutcome {
    @Override
    public <R> R fold(
        Function<? super Confirmed, ? extends R> confirmed,
        Function<? super Refused, ? extends R> refused) {
      return refused.apply(this);
    }
  }
}

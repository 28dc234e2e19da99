package org.sparekey.application.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.sparekey.domain.shared.Secret;

/** What became of the answer to a challenge. */
public sealed interface ChallengeOutcome {

  /** Calls the function for this outcome. */
  <R> R fold(
      Function<? super SignedIn, ? extends R> signedIn,
      Function<? super Refused, ? extends R> refused);

  /**
   * Signed in.
   *
   * @param sessionToken replaces the one that the browser held
   * @param newBrowserToken for the cookie by which this browser is known from now on; empty when it
   *     was known
   */
  record SignedIn(Secret sessionToken, Optional<Secret> newBrowserToken)
      implements ChallengeOutcome {
    @Override
    public <R> R fold(
        Function<? super SignedIn, ? extends R> signedIn,
        Function<? super Refused, ? extends R> refused) {
      return signedIn.apply(this);
    }
  }

  /** Not accepted. */
  record Refused(ChallengeRefusal reason, Optional<Instant> retryAt) implements ChallengeOutcome {
    @Override
    public <R> R fold(
        Function<? super SignedIn, ? extends R> signedIn,
        Function<? super Refused, ? extends R> refused) {
      return refused.apply(this);
    }
  }
}

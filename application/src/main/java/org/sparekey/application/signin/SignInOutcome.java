package org.sparekey.application.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.sparekey.domain.shared.Secret;

/** What became of name and password. */
public sealed interface SignInOutcome {

  /** Calls the function for this outcome. */
  <R> R fold(
      Function<? super ChallengeNeeded, ? extends R> challengeNeeded,
      Function<? super EnrolmentNeeded, ? extends R> enrolmentNeeded,
      Function<? super SignedIn, ? extends R> signedIn,
      Function<? super Refused, ? extends R> refused);

  /** The password was right; a factor is to answer. */
  record ChallengeNeeded(Secret sessionToken) implements SignInOutcome {
    @Override
    public <R> R fold(
        Function<? super ChallengeNeeded, ? extends R> challengeNeeded,
        Function<? super EnrolmentNeeded, ? extends R> enrolmentNeeded,
        Function<? super SignedIn, ? extends R> signedIn,
        Function<? super Refused, ? extends R> refused) {
      return challengeNeeded.apply(this);
    }
  }

  /** The password was right and the account never had a factor: the session may bind one. */
  record EnrolmentNeeded(Secret sessionToken) implements SignInOutcome {
    @Override
    public <R> R fold(
        Function<? super ChallengeNeeded, ? extends R> challengeNeeded,
        Function<? super EnrolmentNeeded, ? extends R> enrolmentNeeded,
        Function<? super SignedIn, ? extends R> signedIn,
        Function<? super Refused, ? extends R> refused) {
      return enrolmentNeeded.apply(this);
    }
  }

  /** The password was right, and the browser is remembered in the place of a factor. */
  record SignedIn(Secret sessionToken) implements SignInOutcome {
    @Override
    public <R> R fold(
        Function<? super ChallengeNeeded, ? extends R> challengeNeeded,
        Function<? super EnrolmentNeeded, ? extends R> enrolmentNeeded,
        Function<? super SignedIn, ? extends R> signedIn,
        Function<? super Refused, ? extends R> refused) {
      return signedIn.apply(this);
    }
  }

  /**
   * Not accepted.
   *
   * @param retryAt when the next attempt is heard, if there is a wait
   */
  record Refused(SignInRefusal reason, Optional<Instant> retryAt) implements SignInOutcome {
    @Override
    public <R> R fold(
        Function<? super ChallengeNeeded, ? extends R> challengeNeeded,
        Function<? super EnrolmentNeeded, ? extends R> enrolmentNeeded,
        Function<? super SignedIn, ? extends R> signedIn,
        Function<? super Refused, ? extends R> refused) {
      return refused.apply(this);
    }
  }
}

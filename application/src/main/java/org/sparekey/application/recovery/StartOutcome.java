package org.sparekey.application.recovery;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.sparekey.domain.shared.RecoveryId;
import org.sparekey.domain.shared.Secret;

/** What became of the wish to recover an account. */
public sealed interface StartOutcome {

  /** Calls the function for this outcome. */
  <R> R fold(
      Function<? super Started, ? extends R> started,
      Function<? super Refused, ? extends R> refused);

  /**
   * Begun, whether or not the name has an account.
   *
   * @param recoveryToken 256 bits for a cookie of this browser; only its hash is kept
   */
  record Started(RecoveryId id, Secret recoveryToken) implements StartOutcome {
    @Override
    public <R> R fold(
        Function<? super Started, ? extends R> started,
        Function<? super Refused, ? extends R> refused) {
      return started.apply(this);
    }
  }

  /**
   * Not begun.
   *
   * @param retryAt when it makes sense to ask again, if known
   */
  record Refused(RecoveryRefusal reason, Optional<Instant> retryAt) implements StartOutcome {
    @Override
    public <R> R fold(
        Function<? super Started, ? extends R> started,
        Function<? super Refused, ? extends R> refused) {
      return refused.apply(this);
    }
  }
}

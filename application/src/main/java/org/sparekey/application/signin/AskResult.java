package org.sparekey.application.signin;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sparekey.domain.shared.ChallengeId;

/** What became of the wish to ask a factor. */
public sealed interface AskResult {

  /** Calls the function for this result. */
  <R> R fold(
      Function<? super Asked, ? extends R> asked, Function<? super Refused, ? extends R> refused);

  /**
   * Asked.
   *
   * @param challenge empty for a kind that needs no question, such as TOTP
   * @param prompt what the page needs, by a key of the kind's own: options, a number, a masked
   *     address; not logged
   */
  record Asked(Optional<ChallengeId> challenge, Map<String, String> prompt) implements AskResult {

    /** Copies the map. */
    public Asked {
      prompt = Map.copyOf(prompt);
    }

    /** Nothing has to be asked. */
    public static Asked nothing() {
      return new Asked(Optional.empty(), Map.of());
    }

    @Override
    public <R> R fold(
        Function<? super Asked, ? extends R> asked,
        Function<? super Refused, ? extends R> refused) {
      return asked.apply(this);
    }

    /** Without the prompt. */
    @Override
    public String toString() {
      return "Asked[" + challenge + "]";
    }
  }

  /** Not asked. */
  record Refused(ChallengeRefusal reason, Optional<Instant> retryAt) implements AskResult {
    @Override
    public <R> R fold(
        Function<? super Asked, ? extends R> asked,
        Function<? super Refused, ? extends R> refused) {
      return refused.apply(this);
    }
  }
}

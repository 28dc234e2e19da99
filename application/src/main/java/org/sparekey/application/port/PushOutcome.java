package org.sparekey.application.port;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of a push message.
 *
 * @param detail for people, a few words
 * @param retryAfter how long the push service wants us to wait, when it said so
 */
public record PushOutcome(Fate fate, String detail, Optional<Duration> retryAfter) {

  /** The fates that a message can have. */
  public enum Fate {
    /** The push service has it. */
    TAKEN,
    /** There is no such browser any more: never send to this address again. */
    GONE,
    /** It will not be taken, now or later. */
    REFUSED,
    /** It may be taken later. */
    LATER
  }

  /** Without a word about waiting. */
  public static PushOutcome of(Fate fate, String detail) {
    return new PushOutcome(fate, detail, Optional.empty());
  }
}

package org.sparekey.application.port;

import java.time.Instant;
import java.util.Optional;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.domain.shared.Origin;

/**
 * A push of Okta Verify that belongs to a challenge.
 *
 * @param origin what the phone shows: who asks
 * @param transaction Okta's id of it, once it was sent
 * @param number what is to be tapped on the phone, once Okta has said it
 * @param failure why there will be no answer, as a stable code
 * @param dueAt when something is to be said to Okta; empty when there is nothing
 * @param attempts how often in a row Okta could not be reached
 */
public record OktaQuestion(
    ChallengeId challenge,
    FactorId factor,
    Origin origin,
    Optional<String> transaction,
    Optional<String> number,
    Optional<String> failure,
    Optional<Instant> dueAt,
    int attempts) {

  /** Not sent yet; due at once. */
  public static OktaQuestion of(
      ChallengeId challenge, FactorId factor, Origin origin, Instant now) {
    return new OktaQuestion(
        challenge,
        factor,
        origin,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(now),
        0);
  }

  /** On the phone. */
  public OktaQuestion sent(OktaPush push, Instant next) {
    return new OktaQuestion(
        challenge,
        factor,
        origin,
        Optional.of(push.transaction()),
        push.number().or(() -> number),
        Optional.empty(),
        Optional.of(next),
        0);
  }

  /** Nothing is to be said any more. */
  public OktaQuestion quiet() {
    return new OktaQuestion(
        challenge, factor, origin, transaction, number, failure, Optional.empty(), 0);
  }

  /** There will be no answer. */
  public OktaQuestion failed(String why) {
    return new OktaQuestion(
        challenge,
        factor,
        origin,
        transaction,
        number,
        Optional.of(why),
        Optional.empty(),
        attempts);
  }

  /** Okta could not be reached; again at {@code next}. */
  public OktaQuestion later(Instant next) {
    return new OktaQuestion(
        challenge, factor, origin, transaction, number, failure, Optional.of(next), attempts + 1);
  }
}

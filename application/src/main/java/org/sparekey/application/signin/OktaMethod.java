package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.Step;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.Okta;
import org.sparekey.application.port.OktaFactor;
import org.sparekey.application.port.OktaQuestion;
import org.sparekey.application.port.OktaRepository;
import org.sparekey.application.port.Reservation;
import org.sparekey.application.port.ThrottleRepository;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.Moments;

/**
 * Pushes of Okta Verify. Asking writes the question down; a worker sends it, reads the number that
 * the phone must show, and hears the answer. Pushes since the last success are limited, with
 * growing waits (NIST SP 800-63B-4 §3.1.3.2; attacks row 8).
 */
@Step
public class OktaMethod implements FactorMethod {

  /** The key of the number, in the prompt. */
  public static final String NUMBER = "number";

  /** The key of a stable code that says why there will be no answer. */
  public static final String FAILURE = "failure";

  private static final Duration TIME_TO_ANSWER = Duration.ofMinutes(5);

  private final Okta provider;
  private final OktaRepository okta;
  private final ChallengeRepository challenges;
  private final ThrottleRepository throttles;
  private final IdSource ids;
  private final InstantSource clock;

  @Inject
  public OktaMethod(
      Okta provider,
      OktaRepository okta,
      ChallengeRepository challenges,
      ThrottleRepository throttles,
      IdSource ids,
      InstantSource clock) {
    this.provider = provider;
    this.okta = okta;
    this.challenges = challenges;
    this.throttles = throttles;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Set<FactorKind> kinds() {
    return Set.of(FactorKind.OKTA);
  }

  @Override
  public AskResult ask(FactorQuestion question) {
    Instant now = Moments.storable(clock.instant());
    boolean usable =
        okta.find(question.factor().id())
            .filter(factor -> factor.step() == OktaFactor.Step.FOUND)
            .isPresent();
    if (!usable || !provider.configured()) {
      return refused(
          usable ? ChallengeRefusal.PROVIDER_DOWN : ChallengeRefusal.UNKNOWN_FACTOR,
          Optional.empty());
    }
    Reservation reservation = throttles.reserve(key(question), now);
    if (!reservation.granted()) {
      return refused(
          ChallengeRefusal.BUDGET_SPENT,
          reservation.throttle().blockedUntil().filter(now::isBefore));
    }
    latest(question)
        .ifPresent(
            earlier ->
                challenges.move(earlier.id(), ChallengeStatus.OPEN, ChallengeStatus.ENDED, now));
    ChallengeId id = new ChallengeId(ids.next());
    challenges.add(
        new Challenge(
            id,
            question.account().id(),
            question.factor().id(),
            question.purpose(),
            question.flow(),
            now,
            now.plus(TIME_TO_ANSWER),
            ChallengeStatus.OPEN,
            ""));
    okta.add(OktaQuestion.of(id, question.factor().id(), question.origin(), now));
    return new AskResult.Asked(Optional.of(id), Map.of());
  }

  @Override
  public Map<String, String> prompt(FactorQuestion question, Challenge challenge) {
    Map<String, String> prompt = new HashMap<>();
    okta.find(challenge.id())
        .ifPresent(
            asked -> {
              asked.number().ifPresent(number -> prompt.put(NUMBER, number));
              asked.failure().ifPresent(failure -> prompt.put(FAILURE, failure));
            });
    return prompt;
  }

  @Override
  public ProofResult check(FactorQuestion question, FactorAnswer answer) {
    Instant now = Moments.storable(clock.instant());
    Optional<Challenge> asked = latest(question).filter(challenge -> challenge.inTime(now));
    if (!(answer instanceof FactorAnswer.Waited)) {
      return ProofResult.refused(ChallengeRefusal.MALFORMED_CODE);
    }
    return asked
        .map(challenge -> check(question, challenge, now))
        .orElseGet(() -> ProofResult.refused(ChallengeRefusal.EXPIRED));
  }

  private ProofResult check(FactorQuestion question, Challenge challenge, Instant now) {
    boolean failed = okta.find(challenge.id()).flatMap(OktaQuestion::failure).isPresent();
    return switch (challenge.status()) {
      case OPEN ->
          ProofResult.refused(failed ? ChallengeRefusal.PROVIDER_DOWN : ChallengeRefusal.WAITING);
      case APPROVED -> {
        if (!challenges.move(
            challenge.id(), ChallengeStatus.APPROVED, ChallengeStatus.SPENT, now)) {
          yield ProofResult.refused(ChallengeRefusal.EXPIRED);
        }
        throttles.clear(key(question));
        yield ProofResult.accepted();
      }
      case DENIED -> {
        challenges.move(challenge.id(), ChallengeStatus.DENIED, ChallengeStatus.ENDED, now);
        yield ProofResult.refused(ChallengeRefusal.DENIED);
      }
      case SPENT, ENDED ->
          ProofResult.refused(failed ? ChallengeRefusal.PROVIDER_DOWN : ChallengeRefusal.EXPIRED);
    };
  }

  private Optional<Challenge> latest(FactorQuestion question) {
    return challenges.latest(question.purpose(), question.flow(), question.factor().id());
  }

  private static ThrottleKey key(FactorQuestion question) {
    return new ThrottleKey(
        ThrottledMethod.OKTA_PUSH, question.factor().id().toString(), question.lane());
  }

  private static AskResult refused(ChallengeRefusal reason, Optional<Instant> retryAt) {
    return new AskResult.Refused(reason, retryAt);
  }
}

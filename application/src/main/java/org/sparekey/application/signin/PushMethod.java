package org.sparekey.application.signin;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.PushTexts;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.PushDevice;
import org.sparekey.application.port.PushDeviceRepository;
import org.sparekey.application.port.PushMessage;
import org.sparekey.application.port.PushOutbox;
import org.sparekey.application.port.RandomSource;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.Moments;

/**
 * Sparekey's own authenticator: the page shows a number, the phone is asked for it, and its signed
 * answer approves the challenge. A mere "yes" on the phone would not do (NIST SP 800-63B-4 §3.1.3).
 */
@Step
public class PushMethod implements FactorMethod {

  private static final String NUMBER = "number";

  private final PushDeviceRepository devices;
  private final PushQuestions questions;
  private final PushBudget budget;
  private final PushOutbox outbox;
  private final PushTexts texts;
  private final ChallengeRepository challenges;
  private final RandomSource random;
  private final IdSource ids;
  private final InstantSource clock;

  @Inject
  public PushMethod(
      PushDeviceRepository devices,
      PushQuestions questions,
      PushBudget budget,
      PushOutbox outbox,
      PushTexts texts,
      ChallengeRepository challenges,
      RandomSource random,
      IdSource ids,
      InstantSource clock) {
    this.devices = devices;
    this.questions = questions;
    this.budget = budget;
    this.outbox = outbox;
    this.texts = texts;
    this.challenges = challenges;
    this.random = random;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Set<FactorKind> kinds() {
    return Set.of(FactorKind.PUSH);
  }

  /** Asks the phone; a question of the same flow that is still open is over with it. */
  @Override
  public AskResult ask(FactorQuestion question) {
    AccountId account = question.account().id();
    Optional<PushDevice> device = devices.find(question.factor().id());
    if (device.flatMap(PushDevice::claim).isEmpty()) {
      return refused(ChallengeRefusal.UNKNOWN_FACTOR, Optional.empty());
    }
    if (devices.lockedSince(account).isPresent()) {
      return refused(ChallengeRefusal.STOPPED, Optional.empty());
    }
    PushBudget.Spent spent = budget.spend(account, question.lane());
    if (!spent.granted()) {
      return refused(ChallengeRefusal.BUDGET_SPENT, spent.retryAt());
    }
    Instant now = Moments.storable(clock.instant());
    latest(question)
        .ifPresent(
            old -> challenges.move(old.id(), ChallengeStatus.OPEN, ChallengeStatus.ENDED, now));
    Challenge asked = asked(question, now);
    challenges.add(asked);
    device.flatMap(PushDevice::address).ifPresent(address -> send(question, asked));
    return new AskResult.Asked(Optional.of(asked.id()), prompt(question, asked));
  }

  private Challenge asked(FactorQuestion question, Instant now) {
    ChallengeId id = new ChallengeId(ids.next());
    return new Challenge(
        id,
        question.account().id(),
        question.factor().id(),
        question.purpose(),
        question.flow(),
        now,
        now.plus(PushQuestions.GOOD_FOR),
        ChallengeStatus.OPEN,
        questions.seal(
            id,
            PushQuestions.Question.from(question.origin(), random.digits(PushQuestions.DIGITS))));
  }

  private void send(FactorQuestion question, Challenge asked) {
    outbox.add(
        new PushMessage(
            new MessageId(ids.next()),
            asked.account(),
            asked.factor(),
            asked.id(),
            texts.question(question.account(), asked, question.origin()),
            asked.createdAt(),
            asked.expiresAt(),
            0));
  }

  /** The number to be typed on the phone. */
  @Override
  public Map<String, String> prompt(FactorQuestion question, Challenge challenge) {
    return challenge.status() == ChallengeStatus.OPEN
        ? Map.of(NUMBER, questions.open(challenge).number().revealText())
        : Map.of();
  }

  /** Takes up what the phone answered, once. */
  @Override
  public ProofResult check(FactorQuestion question, FactorAnswer answer) {
    if (!(answer instanceof FactorAnswer.Waited)) {
      return ProofResult.refused(ChallengeRefusal.MALFORMED_CODE);
    }
    Instant now = clock.instant();
    Optional<ChallengeRefusal> refusal =
        latest(question)
            .filter(challenge -> challenge.inTime(now))
            .map(challenge -> refusal(challenge, now))
            .orElse(Optional.of(ChallengeRefusal.EXPIRED));
    return new ProofResult(refusal, Optional.empty());
  }

  private Optional<ChallengeRefusal> refusal(Challenge challenge, Instant now) {
    return switch (challenge.status()) {
      case OPEN -> Optional.of(ChallengeRefusal.WAITING);
      case DENIED -> Optional.of(ChallengeRefusal.DENIED);
      case SPENT -> Optional.of(ChallengeRefusal.REPLAYED_CODE);
      case ENDED -> Optional.of(ChallengeRefusal.EXPIRED);
      case APPROVED ->
          challenges.move(challenge.id(), ChallengeStatus.APPROVED, ChallengeStatus.SPENT, now)
              ? Optional.empty()
              : Optional.of(ChallengeRefusal.REPLAYED_CODE);
    };
  }

  private Optional<Challenge> latest(FactorQuestion question) {
    return challenges.latest(question.purpose(), question.flow(), question.factor().id());
  }

  private static AskResult refused(ChallengeRefusal reason, Optional<Instant> retryAt) {
    return new AskResult.Refused(reason, retryAt);
  }
}

package org.sparekey.application.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sparekey.application.Step;
import org.sparekey.application.delivery.PhoneCode;
import org.sparekey.application.delivery.PhoneRefusal;
import org.sparekey.application.delivery.SendToPhone;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.application.port.IdSource;
import org.sparekey.application.port.Macs;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.PhoneFactorRepository;
import org.sparekey.application.port.PhoneMessage;
import org.sparekey.application.port.PhoneMessageRepository;
import org.sparekey.application.port.RandomSource;
import org.sparekey.application.port.Reservation;
import org.sparekey.application.port.ThrottleRepository;
import org.sparekey.domain.account.PhoneNumber;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.challenge.IssuedCode;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.factor.Factor;
import org.sparekey.domain.factor.FactorKind;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.MessageId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Secret;

/**
 * Codes by text message and by call: six digits, good for ten minutes and once (NIST SP 800-63B-4
 * §3.1.3.2). The last code counts; a new one does not reset the failures (attacks row 13). The code
 * is bound to purpose, flow, account and factor inside its keyed hash (row 24).
 */
@Step
public class PhoneMethod implements FactorMethod {

  /** Key of the prompt: the last digits of the number. */
  public static final String TO = "to";

  /** Key of the prompt: how far the message is, as the code of {@link PhoneMessage.State}. */
  public static final String STATE = "state";

  /** Who asks again so soon waits for what is on its way. */
  static final Duration ASKED_JUST_NOW = Duration.ofSeconds(20);

  private static final int DIGITS = 6;
  private static final Pattern CODE = Pattern.compile("[0-9]{" + DIGITS + "}");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");
  private static final int LONGEST_TYPED = 40;
  private static final Set<PhoneMessage.State> LATE =
      Set.of(PhoneMessage.State.DELAYED, PhoneMessage.State.UNDELIVERED);

  private final PhoneFactorRepository phones;
  private final ChallengeRepository challenges;
  private final PhoneMessageRepository messages;
  private final ThrottleRepository throttles;
  private final SendToPhone send;
  private final Macs macs;
  private final RandomSource random;
  private final IdSource ids;
  private final InstantSource clock;

  @Inject
  public PhoneMethod(
      PhoneFactorRepository phones,
      ChallengeRepository challenges,
      PhoneMessageRepository messages,
      ThrottleRepository throttles,
      SendToPhone send,
      Macs macs,
      RandomSource random,
      IdSource ids,
      InstantSource clock) {
    this.phones = phones;
    this.challenges = challenges;
    this.messages = messages;
    this.throttles = throttles;
    this.send = send;
    this.macs = macs;
    this.random = random;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Set<FactorKind> kinds() {
    return Set.of(FactorKind.SMS, FactorKind.VOICE);
  }

  /** Whether this site can send or call in this way. */
  public boolean offers(FactorKind kind) {
    return send.offers(channel(kind));
  }

  /** Why this number is of no use for this kind; empty when it is. */
  public Optional<PhoneRefusal> unusable(PhoneNumber number, FactorKind kind) {
    return send.unusable(number, channel(kind));
  }

  @Override
  public AskResult ask(FactorQuestion question) {
    Optional<PhoneNumber> number = phones.number(question.factor().id());
    if (number.isEmpty()) {
      return refused(ChallengeRefusal.UNKNOWN_FACTOR);
    }
    Optional<Challenge> onItsWay = onItsWay(question);
    if (onItsWay.isPresent()) {
      return new AskResult.Asked(onItsWay.map(Challenge::id), prompt(question, onItsWay.get()));
    }
    Instant now = Moments.storable(clock.instant());
    Instant end = now.plus(IssuedCode.LONGEST_BY_PHONE);
    ChallengeId id = new ChallengeId(ids.next());
    Secret code = random.digits(DIGITS);
    Optional<PhoneRefusal> refusal =
        send.send(
            new PhoneCode(
                new MessageId(id.value()),
                question.account(),
                number.get(),
                channel(question.factor().details().kind()),
                question.purpose().code(),
                code,
                end,
                question.factor() instanceof Factor.Active));
    if (refusal.isPresent()) {
      return refused(
          refusal.get() == PhoneRefusal.BUDGET_SPENT
              ? ChallengeRefusal.BUDGET_SPENT
              : ChallengeRefusal.PROVIDER_DOWN);
    }
    Challenge challenge =
        new Challenge(
            id,
            question.account().id(),
            question.factor().id(),
            question.purpose(),
            question.flow(),
            now,
            end,
            ChallengeStatus.OPEN,
            mac(question, id, code));
    challenges.add(challenge);
    return new AskResult.Asked(Optional.of(id), prompt(question, challenge));
  }

  @Override
  public Map<String, String> prompt(FactorQuestion question, Challenge challenge) {
    String to = phones.number(challenge.factor()).map(PhoneNumber::toString).orElse("");
    return Map.of(TO, to, STATE, state(challenge).code());
  }

  @Override
  public ProofResult check(FactorQuestion question, FactorAnswer answer) {
    Optional<Secret> code =
        answer instanceof FactorAnswer.TypedCode typed ? read(typed.text()) : Optional.empty();
    if (code.isEmpty()) {
      return ProofResult.refused(ChallengeRefusal.MALFORMED_CODE);
    }
    Optional<Challenge> challenge = latest(question);
    if (challenge.isEmpty()) {
      return ProofResult.refused(ChallengeRefusal.EXPIRED);
    }
    Instant now = clock.instant();
    ThrottleKey key =
        new ThrottleKey(
            ThrottledMethod.PHONE_CODE, question.factor().id().toString(), question.lane());
    Reservation reservation = throttles.reserve(key, now);
    Optional<Instant> retryAt = reservation.throttle().blockedUntil().filter(now::isBefore);
    if (!reservation.granted()) {
      return new ProofResult(Optional.of(ChallengeRefusal.THROTTLED), retryAt);
    }
    Optional<ChallengeRefusal> refusal = judge(question, challenge.get(), code.get(), now);
    if (refusal.isPresent()) {
      return new ProofResult(refusal, retryAt);
    }
    throttles.clear(key);
    messages.find(message(challenge.get())).ifPresent(send::used);
    return ProofResult.accepted();
  }

  private Optional<ChallengeRefusal> judge(
      FactorQuestion question, Challenge challenge, Secret code, Instant now) {
    if (!same(challenge.payload(), mac(question, challenge.id(), code))) {
      return Optional.of(ChallengeRefusal.WRONG_CODE);
    }
    if (challenge.status() == ChallengeStatus.ENDED) {
      return Optional.of(ChallengeRefusal.EXPIRED);
    }
    return challenges.move(challenge.id(), ChallengeStatus.OPEN, ChallengeStatus.SPENT, now)
        ? Optional.empty()
        : Optional.of(ChallengeRefusal.REPLAYED_CODE);
  }

  private Optional<Challenge> latest(FactorQuestion question) {
    return challenges
        .latest(question.purpose(), question.flow(), question.factor().id())
        .filter(challenge -> challenge.inTime(clock.instant()));
  }

  /** A double click, or an impatient one: one message is enough, unless it is known to be late. */
  private Optional<Challenge> onItsWay(FactorQuestion question) {
    Instant now = clock.instant();
    return latest(question)
        .filter(challenge -> challenge.open(now))
        .filter(challenge -> now.isBefore(challenge.createdAt().plus(ASKED_JUST_NOW)))
        .filter(challenge -> !LATE.contains(state(challenge)));
  }

  private PhoneMessage.State state(Challenge challenge) {
    return messages
        .find(message(challenge))
        .map(PhoneMessage::state)
        .orElse(PhoneMessage.State.WAITING);
  }

  /** The message has the name of its challenge. */
  private static MessageId message(Challenge challenge) {
    return new MessageId(challenge.id().value());
  }

  private static OutboxMessage.Channel channel(FactorKind kind) {
    return kind == FactorKind.VOICE ? OutboxMessage.Channel.CALL : OutboxMessage.Channel.TEXT;
  }

  private static AskResult refused(ChallengeRefusal reason) {
    return new AskResult.Refused(reason, Optional.empty());
  }

  private static Optional<Secret> read(String typed) {
    String digits = typed.length() > LONGEST_TYPED ? "" : SEPARATORS.matcher(typed).replaceAll("");
    return CODE.matcher(digits).matches() ? Optional.of(Secret.ofText(digits)) : Optional.empty();
  }

  private String mac(FactorQuestion question, ChallengeId id, Secret code) {
    return macs.mac(
        "phone-code." + question.purpose().code(),
        code,
        question.flow(),
        question.account().id().toString(),
        question.factor().id().toString(),
        id.toString());
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
  }
}

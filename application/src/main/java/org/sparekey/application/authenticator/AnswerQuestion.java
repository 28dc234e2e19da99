package org.sparekey.application.authenticator;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sparekey.application.UseCase;
import org.sparekey.application.delivery.NoticeKind;
import org.sparekey.application.delivery.Notices;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.ChallengeRepository;
import org.sparekey.application.port.PushDeviceRepository;
import org.sparekey.application.port.Reservation;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.application.port.ThrottleRepository;
import org.sparekey.application.signin.PushQuestions;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.challenge.Challenge;
import org.sparekey.domain.challenge.ChallengeStatus;
import org.sparekey.domain.challenge.ThrottleKey;
import org.sparekey.domain.challenge.ThrottledMethod;
import org.sparekey.domain.shared.ChallengeId;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;
import org.sparekey.domain.shared.Secret;

/**
 * The owner answers on the phone. An approval needs the number that the page shows; "not me" stops
 * all questions to the phones of the account and raises the alarm, "my mistake" does neither
 * (attacks row 8). An answer is heard once, by one guarded update.
 */
@UseCase
public class AnswerQuestion {

  /** So long after the question "not me" is heard, also when it was answered or is over. */
  private static final Duration ALARM = Duration.ofHours(24);

  private static final Pattern NUMBER = Pattern.compile("[0-9]{" + PushQuestions.DIGITS + "}");

  private final SignedPhone phones;
  private final ChallengeRepository challenges;
  private final PushDeviceRepository devices;
  private final PushQuestions questions;
  private final ThrottleRepository throttles;
  private final Notices notices;
  private final AuditLog audit;
  private final SiteSettings site;
  private final InstantSource clock;

  @Inject
  public AnswerQuestion(
      SignedPhone phones,
      ChallengeRepository challenges,
      PushDeviceRepository devices,
      PushQuestions questions,
      ThrottleRepository throttles,
      Notices notices,
      AuditLog audit,
      SiteSettings site,
      InstantSource clock) {
    this.phones = phones;
    this.challenges = challenges;
    this.devices = devices;
    this.questions = questions;
    this.throttles = throttles;
    this.notices = notices;
    this.audit = audit;
    this.site = site;
    this.clock = clock;
  }

  /** Hears the answer; what was heard is its decision. */
  public AuthenticatorAnswer<Decision> answer(PhoneAnswer answer, Origin origin) {
    Optional<Challenge> challenge = ChallengeId.parse(answer.challenge()).flatMap(challenges::find);
    return phones
        .of(
            answer.device(),
            phone -> statement(phone, challenge, answer),
            answer.signature(),
            origin)
        .<AuthenticatorAnswer<Decision>>fold(
            phone -> judged(phone, challenge, answer, origin),
            refused -> AuthenticatorAnswer.refused(refused.reason()));
  }

  private String statement(Phone phone, Optional<Challenge> challenge, PhoneAnswer answer) {
    return DeviceStatement.of(
        "answer",
        site,
        phone.factor().id().toString(),
        phone.owner().id().toString(),
        answer.challenge(),
        challenge.map(asked -> asked.purpose().code()).orElse("?"),
        answer.decision(),
        answer.number(),
        answer.time());
  }

  private AuthenticatorAnswer<Decision> judged(
      Phone phone, Optional<Challenge> challenge, PhoneAnswer answer, Origin origin) {
    Optional<Decision> decision = Decision.ofCode(answer.decision());
    Optional<Challenge> own = challenge.filter(asked -> asked.factor().equals(phone.factor().id()));
    if (decision.isEmpty()
        || (decision.get() == Decision.APPROVE && !NUMBER.matcher(answer.number()).matches())) {
      return refused(phone, AuthenticatorRefusal.MALFORMED_ANSWER, Optional.empty(), origin);
    }
    if (own.isEmpty()) {
      return refused(phone, AuthenticatorRefusal.NOT_ASKED, Optional.empty(), origin);
    }
    return switch (decision.get()) {
      case APPROVE -> approve(phone, own.get(), answer.number(), origin);
      case MISTAKE -> mistake(phone, own.get(), origin);
      case NOT_ME -> notMe(phone, own.get(), origin);
    };
  }

  private AuthenticatorAnswer<Decision> approve(
      Phone phone, Challenge asked, String number, Origin origin) {
    Instant now = clock.instant();
    if (phone.factor().asActive().isEmpty() || !asked.open(now)) {
      return refused(phone, AuthenticatorRefusal.NOT_ASKED, Optional.empty(), origin);
    }
    ThrottleKey key =
        new ThrottleKey(
            ThrottledMethod.PUSH_NUMBER, phone.factor().id().toString(), ThrottleKey.ANY);
    Reservation reservation = throttles.reserve(key, now);
    Optional<Instant> retryAt = reservation.throttle().blockedUntil().filter(now::isBefore);
    if (!reservation.granted()) {
      return refused(phone, AuthenticatorRefusal.THROTTLED, retryAt, origin);
    }
    if (!questions.open(asked).number().equals(Secret.ofText(number))) {
      return refused(phone, AuthenticatorRefusal.WRONG_NUMBER, retryAt, origin);
    }
    throttles.clear(key);
    return settled(phone, asked, ChallengeStatus.APPROVED, Decision.APPROVE, origin);
  }

  private AuthenticatorAnswer<Decision> mistake(Phone phone, Challenge asked, Origin origin) {
    return settled(phone, asked, ChallengeStatus.DENIED, Decision.MISTAKE, origin);
  }

  /** Moves the challenge, if it is still open: a second answer moves nothing. */
  private AuthenticatorAnswer<Decision> settled(
      Phone phone, Challenge asked, ChallengeStatus to, Decision decision, Origin origin) {
    if (!challenges.move(asked.id(), ChallengeStatus.OPEN, to, clock.instant())) {
      return refused(phone, AuthenticatorRefusal.NOT_ASKED, Optional.empty(), origin);
    }
    audit.record(phone.draft(AuditCode.PUSH_ANSWERED, origin).with(decision.code()));
    return new AuthenticatorAnswer.Heard<>(decision);
  }

  /** Denies all that is open or approved and stops further questions. */
  private AuthenticatorAnswer<Decision> notMe(Phone phone, Challenge asked, Origin origin) {
    Instant now = Moments.storable(clock.instant());
    if (asked.status() == ChallengeStatus.DENIED || !now.isBefore(asked.createdAt().plus(ALARM))) {
      return refused(phone, AuthenticatorRefusal.NOT_ASKED, Optional.empty(), origin);
    }
    challenges.move(asked.id(), ChallengeStatus.APPROVED, ChallengeStatus.DENIED, now);
    challenges.open(phone.owner().id(), now).stream()
        .filter(open -> open.factor().equals(asked.factor()))
        .forEach(
            open -> challenges.move(open.id(), ChallengeStatus.OPEN, ChallengeStatus.DENIED, now));
    boolean first = devices.lockedSince(phone.owner().id()).isEmpty();
    devices.lock(phone.owner().id(), now);
    audit.record(phone.draft(AuditCode.PUSH_ANSWERED, origin).with(Decision.NOT_ME.code()));
    if (first) {
      audit.record(phone.draft(AuditCode.PUSH_STOPPED, origin));
      PushQuestions.Question question = questions.open(asked);
      notices.tellOwner(
          phone.owner(),
          NoticeKind.PUSH_NOT_ME,
          Map.of(
              "device",
              phone.factor().details().device().value(),
              "asked-from",
              question.sourceAddress()),
          origin);
    }
    return new AuthenticatorAnswer.Heard<>(Decision.NOT_ME);
  }

  private AuthenticatorAnswer<Decision> refused(
      Phone phone, AuthenticatorRefusal reason, Optional<Instant> retryAt, Origin origin) {
    audit.record(phone.draft(AuditCode.PUSH_ANSWERED, origin).refused(reason.code()));
    return new AuthenticatorAnswer.Refused<>(reason, retryAt);
  }
}

package org.sparekey.application.delivery;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sparekey.application.Step;
import org.sparekey.application.port.AccountRepository;
import org.sparekey.application.port.AuditLog;
import org.sparekey.application.port.Outbox;
import org.sparekey.application.port.OutboxMessage;
import org.sparekey.application.port.RandomSource;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.audit.AuditDraft;
import org.sparekey.domain.shared.Actor;
import org.sparekey.domain.shared.Moments;
import org.sparekey.domain.shared.Origin;

/** The short transactions around the handing over of a message. */
@Step
@Transactional(Transactional.TxType.REQUIRES_NEW)
class OutboxStep {

  /** After this long a code that nobody takes is given up. */
  static final Duration LONGEST = Duration.ofHours(24);

  /**
   * After this long a notice that nobody takes is given up: it may be the owner's only way to hear
   * of a recovery, and is worth telling as long as there is something to stop or contest: a hold,
   * the time to finish and probation, with room to spare.
   */
  static final Duration LONGEST_FOR_NOTICES = Duration.ofDays(30);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 9;

  private final Outbox outbox;
  private final AccountRepository accounts;
  private final AuditLog log;
  private final RandomSource random;

  @Inject
  OutboxStep(Outbox outbox, AccountRepository accounts, AuditLog log, RandomSource random) {
    this.outbox = outbox;
    this.accounts = accounts;
    this.log = log;
    this.random = random;
  }

  List<OutboxMessage> claim(
      Set<OutboxMessage.Channel> channels, Instant now, Instant lease, int limit) {
    Outbox.Claim claim = outbox.claim(channels, now, lease, limit);
    claim
        .unreadable()
        .forEach(message -> bury(message, "unreadable", "its seal does not open", now));
    return claim.messages();
  }

  void delivered(OutboxMessage message, Instant now) {
    outbox.settle(message.id(), Moments.storable(now), true);
    log.record(about(message, AuditCode.NOTICE_DELIVERED));
  }

  /** It is too late for it: a code that is no longer good. */
  void drop(OutboxMessage message, Instant now) {
    outbox.settle(message.id(), Moments.storable(now), false);
    log.record(about(message, AuditCode.NOTICE_UNDELIVERABLE).failed("expired"));
  }

  void bury(OutboxMessage message, String reason, String error, Instant now) {
    outbox.bury(message.id(), Moments.storable(now), error);
    log.record(about(message, AuditCode.NOTICE_UNDELIVERABLE).failed(reason));
  }

  /** Tries again later, or gives up. */
  void failed(OutboxMessage message, String error, Instant now) {
    Duration longest = message.expiresAt().isPresent() ? LONGEST : LONGEST_FOR_NOTICES;
    if (now.isBefore(message.createdAt().plus(longest))) {
      outbox.retry(message.id(), Moments.storable(now.plus(wait(message.attempts()))), error);
    } else {
      bury(message, "gave-up", error, now);
    }
  }

  /** Doubles from 10 s to 1 h, a quarter more or less, so that not all come back at once. */
  private Duration wait(int attempts) {
    Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
    Duration wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    int percent = 75 + Math.floorMod(random.bytes(1).reveal()[0], 51);
    Duration spread = wait.multipliedBy(percent).dividedBy(100);
    return spread.compareTo(FIRST_WAIT) < 0
        ? FIRST_WAIT
        : spread.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : spread;
  }

  private AuditDraft about(OutboxMessage message, AuditCode code) {
    AuditDraft fact = AuditDraft.of(code, Actor.system(), Origin.internal()).with(message.kind());
    return message
        .account()
        .flatMap(accounts::find)
        .map(owner -> fact.about(owner.id(), owner.organisation()))
        .orElse(fact);
  }
}
